// The form of "My dates": what is typed, what is wrong with it, and keeping it in this tab alone.
(() => {
  "use strict";
  const NAMES = ["role", "entry", "months", "since"];

  handbook.feature("dates-form", (form) => {
    const field = (name) => form.elements.namedItem(name);
    const key = `handbook-dates:${form.dataset.company}`;

    // Say at the field that it is wrong, or take that back.
    const tell = (name, wrong) => {
      const said = { "aria-invalid": "true", "aria-describedby": `dates-${name}-error` };
      document.getElementById(said["aria-describedby"]).hidden = !wrong;
      for (const [attribute, value] of Object.entries(said)) {
        if (wrong) field(name).setAttribute(attribute, value);
        else field(name).removeAttribute(attribute);
      }
      return !wrong;
    };

    // What is typed, dates as ISO text; null while it is incomplete or wrong. A first day that is
    // empty is only wrong once it has been touched.
    const read = (touched) => {
      const open = field("open").checked;
      field("months").disabled = open;
      const [entry, since, months] = ["entry", "since", "months"].map(field);
      const begun = entry.value !== "" || entry.validity.badInput || touched === entry;
      const early = since.value !== "" && entry.value !== "" && since.value < entry.value;
      const sound = [
        tell("entry", begun && !entry.validity.valid),
        tell("months", !open && !months.validity.valid),
        tell("since", !since.validity.valid || early),
      ];
      if (!sound.every(Boolean) || !entry.value) return null;
      return {
        role: field("role").value,
        entry: entry.value,
        since: since.value || entry.value,
        months: open ? null : Number(months.value),
      };
    };

    const keep = () => {
      const state = Object.fromEntries(NAMES.map((name) => [name, field(name).value]));
      state.open = field("open").checked;
      try {
        sessionStorage.setItem(key, JSON.stringify(state));
      } catch {
        /* not allowed here */
      }
    };

    // What was typed before; the role of the link that leads here comes first.
    let state = {};
    try {
      state = { ...JSON.parse(sessionStorage.getItem(key)) };
    } catch {
      /* not allowed here */
    }
    state.role = new URLSearchParams(location.search).get("role") ?? state.role;
    const known = [...field("role").options].some(({ value }) => value === state.role);
    for (const name of NAMES.slice(known ? 0 : 1)) {
      if (typeof state[name] === "string") field(name).value = state[name];
    }
    if (typeof state.open === "boolean") field("open").checked = state.open;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    // Who listens hears of each field that is typed into, before it is kept.
    const listen = (hear) =>
      form.addEventListener("input", ({ target }) => {
        hear(target);
        keep();
      });
    return { read, listen };
  });
})();
