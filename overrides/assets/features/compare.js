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

  // By each new thing the nearest one that it expands on, of those that go
  function chained(had, has, below) {
    const found = new Map();
    for (const id of has) {
      let lower = below[id];
      while (lower && !(had.includes(lower) && !has.includes(lower))) lower = below[lower];
      if (!had.includes(id) && lower) found.set(id, lower);
    }
    return found;
  }

  // Where no chain leads from one to the other, demands of one competency in their order
  function raisedAndChanged(had, asked) {
    const raised = chained(had, asked, data.raises);
    const changed = new Map();
    const about = (id) => data.requirements[id].competency;
    const rank = (id) => data.requirements[id].rank ?? 0;
    const replaced = new Set(raised.values());
    const free = had.filter((id) => about(id) && !asked.includes(id) && !replaced.has(id));
    for (const id of asked) {
      if (had.includes(id) || raised.has(id)) continue;
      const place = free.findIndex((lower) => about(lower) === about(id));
      if (place < 0) continue;
      const [lower] = free.splice(place, 1);
      const rises = rank(lower) > 0 && rank(lower) < rank(id);
      (rises ? raised : changed).set(id, lower);
    }
    return [raised, changed];
  }

  function compare(before, after) {
    const [raised, changed] = raisedAndChanged(before.requirements, after.requirements);
    const grown = chained(before.duties, after.duties, data.grows);
    const paired = new Map([...raised, ...changed]);
    const fresh = (had, has, pairs) =>
      has.filter((id) => !had.includes(id) && !pairs.has(id)).map((id) => [null, id]);
    const gone = (had, has, pairs) => {
      const replaced = new Set(pairs.values());
      return had.filter((id) => !has.includes(id) && !replaced.has(id)).map((id) => [id, null]);
    };
    const kept = (had, has) => has.filter((id) => had.includes(id)).map((id) => [null, id]);
    const both = (has, pairs) => has.filter((id) => pairs.has(id)).map((id) => [pairs.get(id), id]);
    return {
      grown_duties: both(after.duties, grown),
      new_duties: fresh(before.duties, after.duties, grown),
      left_duties: gone(before.duties, after.duties, grown),
      kept_duties: kept(before.duties, after.duties),
      raised_requirements: both(after.requirements, raised),
      changed_requirements: both(after.requirements, changed),
      new_requirements: fresh(before.requirements, after.requirements, paired),
      dropped_requirements: gone(before.requirements, after.requirements, paired),
      kept_requirements: kept(before.requirements, after.requirements),
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

  function pair(things, lower, higher, rises) {
    const line = part("pair").cloneNode(true);
    if (lower) put(line.querySelector(".hb-pair__before"), things[lower].html);
    if (higher) put(line.querySelector(".hb-pair__after"), things[higher].html);
    const figures = rises && rise(things[lower], things[higher]);
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
        .append(
          ...lines.map(([lower, higher]) => pair(things, lower, higher, name.startsWith("raised"))),
        );
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
