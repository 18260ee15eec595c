// What features share: `handbook`. All are classic scripts, for no module loads from a folder.
(() => {
  "use strict";
  const offers = new WeakMap(); // an element that asks for a feature → what it offers to others

  /** Begins a feature at each element that asks for it; `begin(element)` returns what it offers. */
  const feature = (name, begin) => {
    for (const element of document.querySelectorAll(`[data-feature="${name}"]`)) {
      offers.set(element, begin(element));
    }
  };
  /** What a feature within `root` offers; the page must name it before the one that asks. */
  const offer = (root, name) => offers.get(root.querySelector(`[data-feature="${name}"]`));

  /** Fills the `{places}` of a text in one pass: a fact that looks like a place stays as it is. */
  const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (place, name) => facts[name] ?? place);

  /** An element with properties (not attributes), and with elements or texts inside. */
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  /** Year, month and day on this machine's clock. */
  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  };

  /** A date as the handbook writes dates; `{January|…|December}` is one of twelve names. */
  const writtenDay = (form, year, month, day) => {
    const [mm, dd] = [month, day].map((part) => String(part).padStart(2, "0"));
    const named = form.replace(/\{([^{}]*\|[^{}]*)\}/, (_, names) => names.split("|")[month - 1]);
    return fill(named, { year, month, day, mm, dd });
  };

  /** A file of UTF-8 text among the downloads; nothing leaves the browser. */
  const save = (download, type, text) => {
    const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    make("a", { href, download }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60000);
  };

  /** Keeps what fields have chosen in the page's address, by their names. */
  const keepInAddress = (...fields) => {
    const address = new URL(location.href);
    for (const { name, value } of fields) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    // Some browsers refuse it in a folder
    try {
      history.replaceState(history.state, "", address);
    } catch {
      /* choices still work */
    }
  };

  window.handbook = Object.freeze({
    feature,
    offer,
    fill,
    make,
    today,
    writtenDay,
    save,
    keepInAddress,
  });
})();
