// HTML in node, and what linkedom lacks of a browser that the scripts need.
import {
  DocumentFragment,
  HTMLElement,
  HTMLInputElement,
  HTMLSelectElement,
  parseHTML,
} from "linkedom";

/** A document with `html` as its body, and the events of its elements. */
function parse(html) {
  const page = `<!doctype html><html><body>${html}</body></html>`;
  const { document, Event } = parseHTML(page);
  for (const form of document.querySelectorAll("form")) {
    const named = [...form.querySelectorAll("[name]")].map((one) => [
      one.getAttribute("name"),
      one,
    ]);
    form.elements = { ...Object.fromEntries(named), namedItem: (name) => new Map(named).get(name) };
  }
  return { document, Event };
}

HTMLElement.prototype.focus = function focus() {
  this.ownerDocument.activeElement = this;
};

const define = (type, name, get, set) => Object.defineProperty(type.prototype, name, { get, set });
const textOf = (node) => [...node.childNodes].map(({ textContent }) => textContent).join("");
define(DocumentFragment, "textContent", function text() {
  return textOf(this);
});
define(
  HTMLInputElement,
  "checked",
  function checked() {
    return this.ticked ?? this.hasAttribute("checked");
  },
  function check(ticked) {
    this.ticked = ticked;
  },
);
define(
  HTMLSelectElement,
  "value",
  function value() {
    const chosen = this.selectedOptions[0] ?? this.options[0];
    return chosen.getAttribute("value");
  },
  function choose(value) {
    for (const one of this.options)
      one.toggleAttribute("selected", one.getAttribute("value") === value);
  },
);
define(HTMLSelectElement, "selectedOptions", function selected() {
  return [...this.options].filter((one) => one.hasAttribute("selected"));
});

export { parse };
