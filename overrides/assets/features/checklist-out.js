// A checklist on paper and as a text file, as it stands on the page; nothing leaves the browser.
(() => {
  "use strict";

  const PRINTING = "hb-prints-checklist";
  const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (all, name) => facts[name] ?? all);
  const line = (text) => text.trim().replace(/\s*\n\s*/g, " ");

  // The day on this machine's clock, as the handbook writes dates; {January|…} is one of twelve names
  const today = (form) => {
    const now = new Date();
    const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    const [mm, dd] = [month, day].map((part) => String(part).padStart(2, "0"));
    const named = form.replace(/\{([^{}]*\|[^{}]*)\}/, (_, names) => names.split("|")[month - 1]);
    return fill(named, { year, month, day, mm, dd });
  };

  // The list alone, under a heading with the day, as a sheet of its own
  const sheet = (list) => {
    const made = document.createElement("div");
    made.className = "hb-checklist-sheet md-typeset";
    made.append(list.querySelector("[data-paper]").cloneNode(true));
    made.firstElementChild.className = "hb-checklist";
    const dated = made.querySelector("[data-today]");
    dated.textContent = ` · ${fill(dated.dataset.today, { day: today(list.dataset.day) })}`;
    return made;
  };

  const print = (list) => {
    const page = document.documentElement;
    const made = sheet(list);
    document.body.append(made);
    page.classList.add(PRINTING);
    addEventListener("afterprint", () => { made.remove(); page.classList.remove(PRINTING); }, { once: true });
    window.print();
  };

  const item = (part) => {
    const [said, evidence] = ["[data-say]", "[data-evidence]"].map((found) => part.querySelector(found));
    const tick = part.querySelector("input").checked ? "[x]" : "[ ]";
    const mark = said ? ` (${said.textContent})` : "";
    const lines = [`${tick} ${line(part.querySelector("[data-text]").textContent)}${mark}`];
    return evidence ? [...lines, `    ${line(evidence.textContent)}`] : lines;
  };

  const text = (list) => {
    const head = [...sheet(list).querySelectorAll(".hb-checklist__head p")].map((part) => line(part.textContent));
    const lines = [...list.querySelectorAll("legend, [data-item]")].flatMap((part) =>
      part.matches("legend") ? ["", part.textContent] : item(part));
    return `${[...head, ...lines].join("\r\n")}\r\n`;
  };

  const save = (list) => {
    // The mark at the start tells older programs on Windows that this is UTF-8
    const blob = new Blob(["\ufeff", text(list)], { type: "text/plain;charset=utf-8" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = list.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  for (const buttons of document.querySelectorAll("[data-feature=checklist-out]")) {
    const list = buttons.closest("[data-feature=checklist]");
    buttons.querySelector("[data-out=print]").addEventListener("click", () => print(list));
    buttons.querySelector("[data-out=text]").addEventListener("click", () => save(list));
  }
})();
