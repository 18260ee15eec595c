// Checklists that keep their ticks in this browser. A list can be read and ticked without it.
(() => {
  "use strict";

  const { feature, fill } = handbook;
  const PREFIX = "handbook-checklist/";
  const show = (element, shown) => {
    element.hidden = !shown;
  };

  // What is kept: {edition, known: [ids], ticked: {id: [fingerprint, text]}}. Anything else that
  // stands under the key, whoever wrote it, counts as broken; texts only ever become textContent.
  const nothing = () => ({ edition: "", known: new Set(), ticked: new Map() });
  const read = (json) => {
    if (json === null) return nothing();
    const { edition, known, ticked } = JSON.parse(json);
    const sound = ([, pair]) =>
      Array.isArray(pair) &&
      pair.length === 2 &&
      pair.every((part) => typeof part === "string" && part.length < 5000);
    const entries = Object.entries(ticked);
    if (typeof edition !== "string" || !Array.isArray(known) || !entries.every(sound))
      throw new TypeError("not ours");
    return { edition, known: new Set(known.map(String)), ticked: new Map(entries) };
  };
  const written = ({ edition, known, ticked }) =>
    JSON.stringify({ edition, known: [...known], ticked: Object.fromEntries(ticked) });

  class Checklist {
    constructor(root) {
      this.root = root;
      this.key = PREFIX + root.dataset.key;
      this.edition = root.dataset.edition;
      this.items = new Map();
      for (const line of root.querySelectorAll("[data-item]")) {
        const [box, text] = [
          line.querySelector("input"),
          line.querySelector("[data-text]").textContent,
        ];
        this.items.set(line.dataset.item, { line, box, text, print: line.dataset.print });
        box.addEventListener("change", () =>
          this.change((kept) => this.tick(kept, line.dataset.item, box.checked)),
        );
      }
      this.kept = nothing();
      this.trouble = "";
      this.load();
      for (const part of root.querySelectorAll("[data-with]")) show(part, true);
      show(this.find("[data-without]"), false);
      root.addEventListener("click", (event) => this.press(event.target.closest("[data-do]")));
      // Another tab ticked something; no key means that all was cleared
      addEventListener("storage", (event) => {
        if (event.key === this.key || event.key === null) {
          this.load();
          this.draw();
        }
      });
      this.draw();
      root.open ||= this.kept.ticked.size > 0;
    }

    find(selector) {
      return this.root.querySelector(selector);
    }

    load() {
      if (this.trouble === "closed") return;
      let json = null;
      try {
        json = localStorage.getItem(this.key);
      } catch {
        this.trouble = "closed";
        return;
      }
      try {
        this.kept = read(json);
        this.trouble = "";
      } catch {
        this.kept = nothing();
        this.trouble = "broken";
      }
    }

    // Reads first: another tab may have ticked in the meantime
    change(how) {
      this.load();
      how(this.kept);
      try {
        if (this.kept.ticked.size) localStorage.setItem(this.key, written(this.kept));
        else localStorage.removeItem(this.key);
        this.trouble = "";
      } catch {
        this.trouble = "closed";
      }
      this.draw();
    }

    tick(kept, id, ticked) {
      const { print, text } = this.items.get(id);
      if (!kept.ticked.size)
        Object.assign(kept, { edition: this.edition, known: new Set(this.items.keys()) });
      kept.known.add(id);
      if (ticked) kept.ticked.set(id, [print, text]);
      else kept.ticked.delete(id);
      this.settle(kept);
    }

    // Once nothing differs from the handbook any more, the ticks belong to this edition
    settle(kept) {
      const { changed, added, gone } = this.news(kept);
      if (changed.length + added.length + gone.length === 0)
        Object.assign(kept, { edition: this.edition, known: new Set(this.items.keys()) });
    }

    news({ known, ticked }) {
      const ids = [...this.items.keys()];
      return {
        changed: ids.filter(
          (id) => ticked.has(id) && ticked.get(id)[0] !== this.items.get(id).print,
        ),
        added: ids.filter((id) => ticked.size && !known.has(id)),
        gone: [...ticked.keys()].filter((id) => !this.items.has(id)),
      };
    }

    accept(kept) {
      const { changed, gone } = this.news(kept);
      for (const id of changed)
        kept.ticked.set(id, [this.items.get(id).print, this.items.get(id).text]);
      for (const id of gone) kept.ticked.delete(id);
      Object.assign(kept, { edition: this.edition, known: new Set(this.items.keys()) });
    }

    draw() {
      const { ticked, edition } = this.kept;
      const news = this.news(this.kept);
      for (const [id, { line, box }] of this.items) {
        box.checked = ticked.has(id);
        line.querySelector(".hb-checklist__mark")?.remove();
        if (news.changed.includes(id)) this.mark(line, "changed", ticked.get(id)[1]);
        if (news.added.includes(id)) this.mark(line, "added");
      }
      const done = [...this.items.keys()].filter((id) => ticked.has(id)).length;
      const progress = this.find("[data-progress]");
      const said = fill(progress.dataset.progress, { done, all: this.items.size });
      for (const part of [progress, this.find("[data-live]"), this.find("[data-summary]")])
        part.textContent = said;
      show(progress, true);
      this.find("progress").value = done;
      this.find("[data-do=clear]").disabled = ticked.size === 0;
      if (!ticked.size) show(this.find("[data-sure]"), false);
      const [box, told] = [this.find("[data-news]"), this.find("[data-said]")];
      const counts = Object.fromEntries(
        Object.entries(news).map(([name, ids]) => [name, ids.length]),
      );
      told.textContent = fill(told.dataset.said, { before: edition, now: this.edition, ...counts });
      const gone = this.find("[data-gone]");
      const names = news.gone.map((id) => ticked.get(id)[1]).join(gone.dataset.separator);
      gone.textContent = fill(gone.dataset.gone, { names });
      show(gone, news.gone.length > 0);
      show(box, news.changed.length + news.added.length + news.gone.length > 0);
      const trouble = this.find("[data-trouble]");
      trouble.textContent = this.trouble ? trouble.dataset[this.trouble] : "";
      show(trouble, this.trouble !== "");
    }

    mark(line, name, was) {
      const mark = this.find(`template[data-mark=${name}]`).content.firstElementChild.cloneNode(
        true,
      );
      const old = mark.querySelector("[data-was]");
      if (old) old.textContent = fill(old.dataset.was, { text: was });
      line.append(mark);
    }

    press(button) {
      const act = {
        checked: () => {
          const item = this.items.get(button.closest("[data-item]").dataset.item);
          this.change((kept) => this.tick(kept, item.line.dataset.item, true));
          item.box.focus();
        },
        seen: () => {
          this.change((kept) => this.accept(kept));
          this.find("summary").focus();
        },
        clear: () => this.ask(true),
        no: () => this.ask(false),
        yes: () => {
          this.change((kept) => kept.ticked.clear());
          this.ask(false);
          this.find("summary").focus();
        },
      }[button?.dataset.do];
      act?.();
    }

    ask(asked) {
      const sure = this.find("[data-sure]");
      sure.querySelector("p").textContent = fill(sure.dataset.sure, {
        done: this.kept.ticked.size,
      });
      show(sure, asked);
      (asked ? this.find("[data-do=no]") : this.find("[data-do=clear]")).focus();
    }
  }

  feature("checklist", (root) => {
    new Checklist(root);
  });
})();
