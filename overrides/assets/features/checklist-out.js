// A checklist on paper and as a text file, as it stands on the page; nothing leaves the browser.
(() => {
  "use strict";

  const { feature, fill, make, today, save, writtenDay } = handbook;
  const PRINTING = "hb-prints-checklist";
  const line = (text) => text.trim().replace(/\s*\n\s*/g, " ");

  // This day, as the handbook writes dates
  const written = (form) => writtenDay(form, ...today());

  // The list alone, under a heading with the day, as a sheet of its own
  const sheet = (list) => {
    const paper = list.querySelector("[data-paper]").cloneNode(true);
    const made = make("div", { className: "hb-checklist-sheet md-typeset" }, paper);
    paper.className = "hb-checklist";
    const dated = made.querySelector("[data-today]");
    dated.textContent = ` · ${fill(dated.dataset.today, { day: written(list.dataset.day) })}`;
    return made;
  };

  const print = (list) => {
    const page = document.documentElement;
    const made = sheet(list);
    document.body.append(made);
    page.classList.add(PRINTING);
    addEventListener(
      "afterprint",
      () => {
        made.remove();
        page.classList.remove(PRINTING);
      },
      { once: true },
    );
    window.print();
  };

  const item = (part) => {
    const [said, evidence] = ["[data-say]", "[data-evidence]"].map((found) =>
      part.querySelector(found),
    );
    const tick = part.querySelector("input").checked ? "[x]" : "[ ]";
    const mark = said ? ` (${said.textContent})` : "";
    const lines = [`${tick} ${line(part.querySelector("[data-text]").textContent)}${mark}`];
    return evidence ? [...lines, `    ${line(evidence.textContent)}`] : lines;
  };

  const text = (list) => {
    const head = [...sheet(list).querySelectorAll(".hb-checklist__head p")].map((part) =>
      line(part.textContent),
    );
    const lines = [...list.querySelectorAll("legend, [data-item]")].flatMap((part) =>
      part.matches("legend") ? ["", part.textContent] : item(part),
    );
    return `${[...head, ...lines].join("\r\n")}\r\n`;
  };

  feature("checklist-out", (buttons) => {
    const list = buttons.closest("[data-feature=checklist]");
    buttons.querySelector("[data-out=print]").addEventListener("click", () => print(list));
    // The mark at the start tells older programs on Windows that this is UTF-8
    buttons
      .querySelector("[data-out=text]")
      .addEventListener("click", () =>
        save(list.dataset.file, "text/plain", `\ufeff${text(list)}`),
      );
  });
})();
