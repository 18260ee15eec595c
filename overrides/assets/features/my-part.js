// "My part": one actor's steps stand out in list and chart; ?actor=… in the address chooses him.
(() => {
  "use strict";
  handbook.feature("my-part", (form) => {
    const select = form.elements.actor;
    const output = form.querySelector("output");
    const within = `[data-step^="${CSS.escape(form.dataset.process)}/"]`;
    const lines = [...document.querySelectorAll(`.hb-steps > li${within}`)];
    const boxes = [...document.querySelectorAll(`a.hb-box${within}`)];

    const choose = (actor) => {
      const mine = new Set(
        lines.filter((line) => line.dataset.actor === actor).map((line) => line.dataset.step),
      );
      for (const one of [...lines, ...boxes]) {
        one.classList.toggle("is-mine", mine.has(one.dataset.step));
        one.classList.toggle("is-other", actor !== "" && !mine.has(one.dataset.step));
      }
      const numbers = lines.flatMap((line, index) =>
        mine.has(line.dataset.step) ? [index + 1] : [],
      );
      const facts = {
        actor: select.selectedOptions[0].textContent,
        steps: numbers.join(form.dataset.separator),
      };
      output.value = actor ? handbook.fill(form.dataset.says, facts) : "";
    };
    select.addEventListener("change", () => {
      choose(select.value);
      handbook.keepInAddress(select);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    const wanted = new URLSearchParams(location.search).get("actor");
    const known = [...select.options].some((option) => option.value === wanted);
    select.value = known ? wanted : ""; // also over what a browser remembers of the form
    choose(select.value);
    form.hidden = false;
  });
})();
