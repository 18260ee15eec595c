// The small timeline of "My dates": bars of one row each. The list beside it says the same.
(() => {
  "use strict";
  const { feature, fill, make } = handbook;
  const put = (tag, className, ...children) => make(tag, { className }, ...children);

  // { events, words, names, typed } → bars with a name, a first and a last day
  const barsOf = ({ events, words, names, typed }) => {
    const at = (kind, to) => events.find((e) => e.kind === kind && e.to === to)?.day;
    const way = (text, to) => fill(text, { to: names.roles[to][0] });
    const closes = at("apply-closes");
    const probation = [
      { name: words.probation, from: typed.entry, to: at("probation-ends") },
      { name: words.apply, from: at("apply-opens") ?? closes, to: closes },
    ];
    let from = closes;
    for (const { process, step, day } of events.filter((e) => e.kind === "step")) {
      const { steps, refusing } = names.processes[process];
      const tone = refusing.includes(step) ? "refusing" : "";
      probation.push({ name: steps[step][0], from, to: day, tone });
      from = day;
    }
    probation.push({ name: words.returns, from: closes, to: at("decided"), tone: "returns" });
    const ways = events
      .filter((e) => e.kind === "tenure" || e.kind === "window-opens")
      .map((e) =>
        e.kind === "tenure"
          ? { name: way(words["tenure-bar"], e.to), from: typed.since, to: e.day }
          : {
              name: way(words["window-bar"], e.to),
              from: e.day,
              to: at("window-closes", e.to),
              tone: "window",
            },
      );
    return [probation, ways]
      .map((bars) => bars.filter((b) => b.from !== undefined && b.to !== undefined))
      .filter((bars) => bars.length);
  };

  // The rows of one group, over a scale from its first day to its last
  const groupOf = (bars, { written, words, typed: { today } }) => {
    const first = Math.min(...bars.map((bar) => bar.from));
    const days = Math.max(...bars.map((bar) => bar.to)) - first + 1;
    const percent = (number) => `${(number / days) * 100}%`;
    const now = (mark) => (today >= first && today < first + days ? [mark] : []);
    const at = (day, element) => {
      element.style.left = percent(day - first);
      return element;
    };
    const rows = bars.map(({ name, from, to, tone }) => {
      const bar = at(from, put("span", `hb-bar__fill${tone ? ` hb-bar__fill--${tone}` : ""}`));
      bar.style.width = percent(to - from + 1);
      const track = put(
        "span",
        "hb-bar__track",
        bar,
        ...now(at(today, put("span", "hb-bar__today"))),
      );
      return put("div", "hb-bar", put("span", "hb-bar__name", name), track);
    });
    const ends = put(
      "span",
      "hb-bar__ends",
      put("span", "", written(first)),
      ...now(put("span", "hb-bar__now", words.today)),
      put("span", "", written(first + days - 1)),
    );
    const scale = put("div", "hb-bar hb-bar--scale", put("span", "hb-bar__name"), ends);
    return put("div", "hb-bars__group", ...rows, scale);
  };

  feature("dates-picture", (box) => ({
    draw: (facts) => box.replaceChildren(...barsOf(facts).map((bars) => groupOf(bars, facts))),
  }));
})();
