// A step's details beside its box in a chart, and the list of steps that follows.
// The details are the step's own line of the list: nothing is written twice.
(() => {
  "use strict";
  const lines = new Map(
    [...document.querySelectorAll(".hb-steps > li[data-step]")].map((li) => [li.dataset.step, li]),
  );
  const boxes = [...document.querySelectorAll("a.hb-box[data-step]")].filter((box) =>
    lines.has(box.dataset.step),
  );
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const { make } = handbook;
  const panel = make("div", { className: "hb-details md-typeset", id: "hb-details", hidden: true });
  panel.setAttribute("role", "group");
  let shown = null; // the box whose details are seen
  let kept = false; // by a click: they stay until Esc or a click elsewhere
  let timer = 0;

  /** Mark a step in every chart and list, or none. */
  function mark(step) {
    for (const one of document.querySelectorAll(".hb-box.is-current, .hb-steps > .is-current"))
      one.classList.remove("is-current");
    lines.get(step)?.classList.add("is-current");
    for (const box of boxes) box.classList.toggle("is-current", box.dataset.step === step);
  }

  /** Show a line of a list that scrolls by itself; the page never moves. */
  function follow(line) {
    const list = line.closest(".hb-process__steps");
    if (!list || list.scrollHeight <= list.clientHeight) return;
    const top =
      line.getBoundingClientRect().top - list.getBoundingClientRect().top + list.scrollTop;
    list.scrollTo({
      top: top - list.clientHeight / 4,
      behavior: calm.matches ? "instant" : "smooth",
    });
  }

  /** Below the box or above it, where there is more room, and never over it. */
  function put() {
    if (!shown) return;
    const at = shown.getBoundingClientRect();
    const gap = 6,
      edge = 8,
      head = 56; // px; Material's header covers the top
    panel.style.maxHeight = "none";
    const wanted = panel.scrollHeight + 2;
    const below = innerHeight - at.bottom - gap - edge;
    const above = at.top - gap - (panel.closest("dialog") ? edge : head);
    const under = below >= wanted || below >= above;
    const height = Math.max(48, Math.min(wanted, under ? below : above));
    panel.style.maxHeight = `${height}px`;
    panel.style.top = `${under ? at.bottom + gap : at.top - gap - height}px`;
    // Over the chart and not over the list beside it, if there is room
    const frame = shown.closest(".hb-chart__scroll, .hb-zoom__view").getBoundingClientRect();
    const least = Math.max(edge, Math.min(frame.left, innerWidth - panel.offsetWidth - edge));
    const most =
      Math.min(frame.right, document.documentElement.clientWidth - edge) - panel.offsetWidth;
    const middle = at.left + (at.width - panel.offsetWidth) / 2;
    panel.style.left = `${Math.max(least, Math.min(middle, most))}px`;
  }

  function show(box, keep = false) {
    clearTimeout(timer);
    kept = keep || (kept && box === shown);
    const line = lines.get(box.dataset.step);
    if (box !== shown) {
      const copy = line.cloneNode(true);
      for (const one of copy.querySelectorAll("[id]")) one.removeAttribute("id");
      const name = line.querySelector("strong").textContent;
      const place = [...line.parentElement.children].indexOf(line) + 1;
      const number = make("a", { className: "hb-details__number", href: `#${line.id}` }, place);
      number.setAttribute("aria-label", `${place}. ${name}`);
      panel.replaceChildren(number, ...copy.childNodes);
      panel.setAttribute("aria-label", name);
      box.closest("dialog, figure").append(panel);
      shown?.removeAttribute("aria-details");
      box.setAttribute("aria-details", panel.id);
      shown = box;
      mark(box.dataset.step);
      follow(line);
    }
    panel.hidden = false;
    put();
  }

  function hide() {
    clearTimeout(timer);
    if (!shown) return;
    shown.removeAttribute("aria-details");
    shown = null;
    kept = false;
    panel.hidden = true;
    mark(null);
  }

  const inside = (node) => shown && (panel.contains(node) || shown.contains(node));
  // The pointer may cross from the box to its details
  const leave = () => {
    clearTimeout(timer);
    if (!kept && !inside(document.activeElement)) timer = setTimeout(hide, 300);
  };
  const come = (box) => {
    clearTimeout(timer);
    timer = setTimeout(show, shown ? 150 : 60, box);
  };

  for (const box of boxes) {
    box.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse" && !kept) come(box);
    });
    box.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse") leave();
    });
    box.addEventListener("focus", () => {
      if (box.matches(":focus-visible")) show(box);
    });
    box.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault(); // the way to the list is the number in the details
      show(box, true);
      if (event.detail === 0) panel.querySelector("a").focus(); // by the Enter key
    });
  }
  panel.addEventListener("pointerenter", () => clearTimeout(timer));
  panel.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") leave();
  });
  panel.addEventListener("click", (event) => {
    if (event.target.closest("a")) setTimeout(hide);
  });
  document.addEventListener("focusin", (event) => {
    if (shown && !kept && !inside(event.target)) hide();
  });
  document.addEventListener("pointerdown", (event) => {
    if (shown && !inside(event.target)) hide();
  });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !shown) return;
      event.preventDefault(); // a dialog around it stays open
      const box = shown;
      const back = panel.contains(document.activeElement);
      hide();
      if (back) {
        box.focus();
        hide();
      }
    },
    true,
  );
  addEventListener("scroll", put, { passive: true, capture: true });
  addEventListener("resize", put);
  document.addEventListener("hb-chart-moved", put);

  for (const [step, line] of lines) {
    const look = () => {
      if (!shown) mark(step);
    };
    line.addEventListener("pointerenter", look);
    line.addEventListener("focusin", look);
    for (const gone of ["pointerleave", "focusout"])
      line.addEventListener(gone, () => {
        if (!shown) mark(null);
      });
  }
})();
