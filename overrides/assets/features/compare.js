// Any two roles side by side. Without it the page lists the comparisons of all career paths.
// What counts as new, raised, kept or dropped is the set arithmetic of handbook/pages/compare.py.
(() => {
  "use strict";

  // On paper nothing is folded
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll(".hb-comparison details")) folded.open = true;
  });

  const { fill, make, keepInAddress } = handbook;
  const chooser = document.querySelector("[data-roles]");
  if (!chooser) return;
  const part = (name) => chooser.querySelector(`template[data-part="${name}"]`).content;
  const words = (name) => chooser.querySelector(`template[data-say="${name}"]`).content.textContent;
  const selects = ["from", "to"].map((name) => chooser.querySelector(`[name="${name}"]`));
  const result = chooser.querySelector(".hb-chooser__result");
  const said = chooser.querySelector('[role="status"]');
  let data = null;

  const say = (name, facts = {}) => {
    said.textContent = fill(words(name), facts);
  };

  // HTML that our own printer made from the data: escaped there
  const put = (slot, html) => slot.replaceChildren(make("template", { innerHTML: html }).content);

  function compare(before, after) {
    const had = new Set(before.requirements);
    const asked = new Set(after.requirements);
    const raised = new Map();
    for (const id of asked) {
      let lower = data.raises[id];
      while (lower && !(had.has(lower) && !asked.has(lower))) lower = data.raises[lower];
      if (!had.has(id) && lower) raised.set(id, lower);
    }
    const replaced = new Set(raised.values());
    const did = new Set(before.duties);
    const does = new Set(after.duties);
    const to = (id) => [null, id];
    const from = (id) => [id, null];
    return {
      new_duties: after.duties.filter((id) => !did.has(id)).map(to),
      left_duties: before.duties.filter((id) => !does.has(id)).map(from),
      kept_duties: after.duties.filter((id) => did.has(id)).map(to),
      raised_requirements: [...raised].map(([higher, lower]) => [lower, higher]),
      new_requirements: after.requirements.filter((id) => !had.has(id) && !raised.has(id)).map(to),
      dropped_requirements: before.requirements
        .filter((id) => !asked.has(id) && !replaced.has(id))
        .map(from),
      kept_requirements: after.requirements.filter((id) => had.has(id)).map(to),
    };
  }

  function rise(lower, higher) {
    if (!lower?.figure || lower.figure !== higher?.figure) return null;
    const line = part("rise").cloneNode(true);
    line.querySelector(".hb-rise__name").textContent = higher.label;
    put(line.querySelector(".hb-rise__before"), lower.value);
    put(line.querySelector(".hb-rise__after"), higher.value);
    return line;
  }

  function pair(things, lower, higher) {
    const line = part("pair").cloneNode(true);
    if (lower) put(line.querySelector(".hb-pair__before"), things[lower].html);
    if (higher) put(line.querySelector(".hb-pair__after"), things[higher].html);
    const figures = rise(things[lower], things[higher]);
    if (figures) line.querySelector(".hb-rises").append(figures);
    return line;
  }

  function print(ids) {
    const [before, after] = ids.map((id) => data.roles[id]);
    const page = part("result").cloneNode(true);
    const slot = (name) => page.querySelector(`[data-slot="${name}"]`);
    const found = compare(before, after);
    put(slot("before"), before.html);
    put(slot("after"), after.html);
    const ways = data.ways[ids.join("--")];
    if (ways) put(slot("ways"), ways);
    else slot("ways").append(part("no-way").cloneNode(true));
    for (const [name, lines] of Object.entries(found)) {
      const things = name.endsWith("duties") ? data.duties : data.requirements;
      page
        .querySelector(`[data-list="${name}"]`)
        .append(...lines.map(([lower, higher]) => pair(things, lower, higher)));
      page.querySelector(`section[data-change="${name}"]`).hidden = lines.length === 0;
      page.querySelector(`.hb-tally [data-change="${name}"]`).dataset.n = lines.length;
      for (const count of page.querySelectorAll(`[data-count="${name}"]`)) {
        count.textContent = lines.length;
      }
    }
    const rises = found.raised_requirements
      .map(([lower, higher]) => rise(data.requirements[lower], data.requirements[higher]))
      .filter(Boolean);
    slot("rises").append(...rises);
    slot("rises").hidden = rises.length === 0;
    result.replaceChildren(page);
    const counts = Object.entries(found).map(([name, lines]) => [name, lines.length]);
    say("chosen", { a: before.name, b: after.name, ...Object.fromEntries(counts) });
  }

  function show() {
    const ids = selects.map((select) => select.value);
    keepInAddress(...selects);
    result.replaceChildren();
    said.textContent = "";
    if (!data || !ids.every(Boolean)) return;
    if (ids[0] === ids[1]) say("same");
    else print(ids);
  }

  function begin(loaded) {
    data = loaded;
    const asked = new URL(location.href).searchParams;
    let unknown = false;
    for (const select of selects) {
      const id = asked.get(select.name);
      if (id === null) continue;
      if (Object.hasOwn(data.roles, id)) select.value = id;
      else unknown = true;
    }
    chooser.hidden = false;
    show();
    if (unknown) say("unknown");
  }

  function failed() {
    chooser.hidden = false;
    say("no-data");
  }

  for (const select of selects) select.addEventListener("change", show);
  chooser.querySelector('[data-do="swap"]').addEventListener("click", () => {
    [selects[0].value, selects[1].value] = [selects[1].value, selects[0].value];
    show();
  });
  chooser.querySelector('[data-do="copy"]').addEventListener("click", () => {
    // Only where the browser has a clipboard: file:// and plain http may have none
    const written = navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error());
    written.then(
      () => say("copied"),
      () => say("not-copied"),
    );
  });

  if (location.protocol === "file:") {
    document.addEventListener("handbook:roles", (event) => begin(event.detail), { once: true });
    const script = make("script", { src: chooser.dataset.script });
    script.addEventListener("error", failed);
    document.body.append(script);
  } else {
    fetch(chooser.dataset.json)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error())))
      .then(begin, failed);
  }
})();
