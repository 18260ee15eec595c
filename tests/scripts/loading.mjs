// The browser's scripts in node: classic scripts, run as they are, in a small page of linkedom's.
import fs from "node:fs";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { parse } from "./parsing.mjs";

const ASSETS = new URL("../../overrides/assets/", import.meta.url);
const PRINTED = new URL("../../.cache/scripts/", import.meta.url); // by test_scripts.py, beforehand

/** What `name`, a file that test_scripts.py prints, has inside. */
function printed(name) {
  const file = new URL(name, PRINTED);
  if (!fs.existsSync(file)) throw new Error("first print the pages: pytest tests/scripts");
  return fs.readFileSync(file, "utf8");
}

/** Runs a script of overrides/assets; it sees `globals` and what node itself has. */
function run(name, globals) {
  const filename = fileURLToPath(new URL(name, ASSETS));
  const names = Object.keys(globals);
  vm.compileFunction(fs.readFileSync(filename, "utf8"), names, { filename })(
    ...names.map((one) => globals[one]),
  );
}

/** A clock that stands still at an hour of this machine: `new Date()` gives that. */
const clock = (...now) =>
  class extends Date {
    constructor(...given) {
      super(...(given.length ? given : now));
    }
  };

/** What a browser keeps; `closed` refuses, as some do in a folder or in private. */
class Store {
  constructor(items = {}, closed = false) {
    this.items = new Map(Object.entries(items));
    this.closed = closed;
  }

  get open() {
    if (this.closed) throw new Error("closed");
    return this.items;
  }

  getItem(key) {
    return this.open.get(key) ?? null;
  }

  setItem(key, text) {
    this.open.set(key, text);
  }

  removeItem(key) {
    this.open.delete(key);
  }
}

/**
 * A page with `html` in which shared.js and then `scripts` have run. `saved` holds the files that
 * it gave away, for `opened`; `address()` says where it stands, `window.printed` how often it printed;
 * `press` clicks the first element that a selector finds.
 */
function page(html, scripts, more = {}) {
  const { document, Event } = parse(html);
  const window = new EventTarget();
  const saved = [];
  const found = { document, window, Event, saved };
  window.printed = 0;
  window.print = () => {
    window.printed += 1;
  };
  const blobs = [];
  class Address extends URL {
    static createObjectURL = (blob) => `blob:${blobs.push(blob) - 1}`;
    static revokeObjectURL() {}
  }
  document.createElement = ((create) => (tag) => {
    const element = create(tag);
    // linkedom writes a name as if it were an address
    const name = () => decodeURIComponent(element.download);
    const save = () => saved.push([name(), blobs[element.href.slice("blob:".length)]]);
    if (tag === "a") element.addEventListener("click", save);
    return element;
  })(document.createElement.bind(document));
  const location = new URL(more.address ?? "http://intranet/handbook/page/index.html");
  found.address = () => location.href;
  const globals = {
    window,
    document,
    Event,
    location,
    URL: Address,
    addEventListener: window.addEventListener.bind(window),
    history: { state: null, replaceState: (_state, _title, url) => (location.href = url) },
    setTimeout: () => 0,
    clearTimeout: () => {},
    localStorage: new Store(),
    sessionStorage: new Store(),
    ...more,
  };
  run("shared.js", globals);
  found.handbook = window.handbook;
  for (const name of scripts) run(name, { ...globals, handbook: window.handbook });
  found.find = (selector) => document.querySelector(selector);
  found.all = (selector) => [...document.querySelectorAll(selector)];
  found.press = (selector) => found.find(selector).click();
  found.fire = (element, type) => element.dispatchEvent(new Event(type, { bubbles: true }));
  return found;
}

/** The pieces of a file that a page gave away. */
async function opened([name, blob]) {
  return { name, type: blob.type, text: Buffer.from(await blob.arrayBuffer()).toString("utf8") };
}

export { Store, clock, opened, page, printed, run };
