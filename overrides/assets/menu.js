// The theme opens its drawer by a label that no key reaches. This button does it for everybody.
(() => {
  "use strict";
  const button = document.querySelector(".hb-menu");
  const drawer = document.getElementById("__drawer");
  if (!button || !drawer) return;
  button.hidden = false;

  const tell = () => button.setAttribute("aria-expanded", String(drawer.checked));
  const turn = (open) => {
    drawer.checked = open;
    drawer.dispatchEvent(new Event("change", { bubbles: true }));
  };
  drawer.addEventListener("change", tell);
  button.addEventListener("click", () => {
    turn(!drawer.checked);
    if (drawer.checked) {
      const first = document.querySelector(".md-sidebar--primary a[href]:not(.md-logo)");
      requestAnimationFrame(() => first?.focus());
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) {
      turn(false);
      button.focus();
    }
  });
  tell();
})();
