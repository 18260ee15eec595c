// Copies what a script says, line by line, values filled in. Without it people select the words.
(() => {
  "use strict";

  // The clipboard's own interface is missing on plain http and in some browsers' folders
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyOld(text);
    }
  };

  const copyOld = (text) => {
    const focused = document.activeElement;
    const field = handbook.make("textarea", { value: text, readOnly: true });
    field.setAttribute("aria-hidden", "true");
    field.className = "hb-copy__field";
    document.body.append(field);
    field.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch {
      done = false;
    }
    field.remove();
    focused?.focus();
    return done;
  };

  // biome-ignore lint/performance/useDomNodeTextContent: as it is seen, with its line breaks
  const seen = (line) => line.innerText.trim();
  const said = (part) => [...part.querySelectorAll("[data-line]")].map(seen).join("\n");

  handbook.feature("copy", (script) => {
    const page = script.parentElement;
    const words = (what) =>
      what === "all"
        ? [...page.querySelectorAll("blockquote[id^=says-]")].map(said).join("\n\n")
        : said(document.getElementById(what));
    for (const button of page.querySelectorAll("[data-copy]")) {
      const line = button.parentElement;
      const told = line.querySelector("[role=status]");
      line.hidden = false;
      button.addEventListener("click", async () => {
        told.textContent = "";
        const done = await copy(words(button.dataset.copy));
        told.textContent = done ? script.dataset.done : script.dataset.failed;
        clearTimeout(line.timer);
        if (done)
          line.timer = setTimeout(() => {
            told.textContent = "";
          }, 4000);
      });
    }
  });
})();
