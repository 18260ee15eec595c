// Shows the print button of a form; the form prints the same way from the browser's own menu.
(() => {
  "use strict";

  handbook.feature("form", (buttons) => {
    buttons.hidden = false;
    buttons.querySelector("[data-print]").addEventListener("click", () => window.print());
  });
})();
