// The small timeline of "My dates": bars of one row each. The list beside it says the same in words.
(() => {
  "use strict";
  const make = (name, className, text) => {
    const element = document.createElement(name);
    element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  // { events, words, names, typed } → bars with a name, a first and a last day
  const barsOf = ({ events, words, names, typed }) => {
    const at = (kind, to) => events.find((e) => e.kind === kind && e.to === to)?.day;
    const fill = (text, to) => text.replace("{to}", () => names.roles[to][0]);
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
    const ways = events.filter((e) => e.kind === "tenure" || e.kind === "window-opens").map((e) => (
      e.kind === "tenure"
        ? { name: fill(words["tenure-bar"], e.to), from: typed.since, to: e.day }
        : { name: fill(words["window-bar"], e.to), from: e.day, to: at("window-closes", e.to), tone: "window" }));
    return [probation, ways].map((bars) => bars.filter((b) => b.from !== undefined && b.to !== undefined))
      .filter((bars) => bars.length);
  };

  for (const box of document.querySelectorAll('[data-feature="dates-picture"]')) {
    box.draw = (facts) => {
      const { written, words, typed } = facts;
      box.replaceChildren(...barsOf(facts).map((bars) => {
        const first = Math.min(...bars.map((bar) => bar.from));
        const days = Math.max(...bars.map((bar) => bar.to)) - first + 1;
        const percent = (number) => `${(number / days) * 100}%`;
        const list = make("div", "hb-bars__group");
        for (const { name, from, to, tone } of bars) {
          const bar = make("span", `hb-bar__fill${tone ? ` hb-bar__fill--${tone}` : ""}`);
          bar.style.left = percent(from - first);
          bar.style.width = percent(to - from + 1);
          const track = make("span", "hb-bar__track");
          track.append(bar);
          if (typed.today >= first && typed.today < first + days) {
            const line = make("span", "hb-bar__today");
            line.style.left = percent(typed.today - first);
            track.append(line);
          }
          const row = make("div", "hb-bar");
          row.append(make("span", "hb-bar__name", name), track);
          list.append(row);
        }
        const scale = make("div", "hb-bar hb-bar--scale");
        const ends = make("span", "hb-bar__ends");
        ends.append(make("span", "", written(first)), make("span", "", written(first + days - 1)));
        scale.append(make("span", "hb-bar__name"), ends);
        list.append(scale);
        if (typed.today >= first && typed.today < first + days) {
          ends.insertBefore(make("span", "hb-bar__now", words.today), ends.lastChild);
        }
        return list;
      }));
    };
  }
})();
