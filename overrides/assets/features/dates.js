// "My dates": shows the dates of what is typed in order and hands them to the calendar file.
// The dates come from dates-rules.js, what is typed from dates-form.js.
(() => {
  "use strict";
  const { feature, offer, fill, make, writtenDay } = handbook;

  feature("dates", (data) => {
    const root = data.parentElement;
    const { rows: words, roles, processes } = JSON.parse(data.textContent);
    const [form, dates] = [offer(root, "dates-form"), offer(root, "dates-rules")];
    const [picture, ics] = [offer(root, "dates-picture"), offer(root, "ics")];
    const part = (name) => root.querySelector(`[data-dates="${name}"]`);
    const today = dates.parse(handbook.today().join("-"));
    let shown = [];

    const written = (day) => writtenDay(words.date, ...dates.parts(day));
    const unknown = (year) =>
      fill(year < dates.calendar.first ? words["no-calendar"] : words.unpublished, { year });
    const works = (day) => {
      try {
        return dates.calendar.works(day);
      } catch {
        return true;
      } // not published: not said
    };

    const rowsOf = (events, entry) => {
      const latest = new Map(events.filter((e) => e.kind === "latest").map((e) => [e.step, e]));
      let place = -Infinity; // a day that is unknown stands after the one before it
      return events
        .filter((e) => e.kind !== "latest")
        .map((event) => {
          const { kind, process, step, to, day, missing } = event;
          const [name, who, anchor] = process && step ? processes[process].steps[step] : [];
          const refusing = kind === "step" && processes[process].refusing.includes(step);
          const target = to ? roles[to] : null;
          const what = fill(words[refusing ? "refusing" : kind], { step: name, to: target?.[0] });
          const later = kind === "step" ? latest.get(step) : null;
          const more = [
            missing ? unknown(missing) : "",
            later && later.day > day ? fill(words.latest, { day: written(later.day) }) : "",
            day < entry ? words["before-entry"] : "",
            day === undefined || works(day) || !kind.endsWith("closes")
              ? ""
              : fill(words.rest, { day: written(dates.workingDayBefore(day)) }),
          ].filter(Boolean);
          const href = process ? processes[process].href + (anchor ?? "") : null;
          const own = who || (process ? processes[process].applicant : null);
          place = day ?? place;
          const actor = /^(step|apply|window)/.test(kind) ? own : null;
          return { ...event, what, who: actor, more, href, place };
        })
        .sort((a, b) => a.place - b.place);
    };
    const lineOf = ({ day, what, who, more, href, place }) => {
      const line = part("row").content.cloneNode(true);
      const item = line.querySelector("li");
      const put = (selector, text) => {
        line.querySelector(selector).textContent = text;
      };
      if (day !== undefined) {
        line.querySelector("time").dateTime = dates.format(day);
        put("time", written(day));
        put(".hb-weekday", words.weekdays.split(" ")[dates.weekday(day)]);
        put(
          ".hb-away",
          day === today
            ? words.today
            : fill(words[day > today ? "in-days" : "days-ago"], { n: Math.abs(day - today) }),
        );
        if (day === today) item.setAttribute("aria-current", "date");
      } else line.querySelector("time").remove();
      item.classList.toggle("hb-past", day !== undefined && place < today);
      put("a", what);
      if (href) line.querySelector("a").href = href;
      put(".hb-who", who || "");
      put(".hb-more", more.join(" · "));
      return line;
    };
    const notesOf = (events, typed) => {
      const decided = events.find((e) => e.kind === "decided");
      const end = events.find((e) => e.kind === "probation-ends");
      // A contract shorter than the company's may leave no time for its deadlines
      const hopeless = events.find((e) => e.kind === "apply-closes")?.day < typed.entry;
      const windows = new Set(events.filter((e) => e.kind === "window-opens").map((e) => e.to));
      const { open, paths } = dates.rules(typed.role);
      const term = dates.probation(typed.role, typed.months);
      return [
        open ? words.open : "",
        !open && !term ? words["no-probation"] : "",
        hopeless
          ? words["too-short"]
          : decided?.day !== undefined
            ? words[decided.day <= end.day ? "in-time" : "late"]
            : "",
        ...paths
          .filter(({ to }) => !windows.has(to))
          .map(({ to }) => fill(words["no-months"], { to: roles[to][0] })),
      ].filter(Boolean);
    };
    const show = (touched) => {
      const read = form.read(touched);
      part("result").hidden = !read;
      if (!read) {
        part("status").textContent = "";
        return;
      }
      const days = { entry: dates.parse(read.entry), since: dates.parse(read.since), today };
      const typed = { ...read, ...days };
      const events = dates.of(typed);
      shown = rowsOf(events, typed.entry);
      // The next date is only told where none before it is unknown
      const next = shown.find(({ day }) => day === undefined || day >= today);
      const notes = notesOf(events, typed);
      part("status").textContent = shown.length
        ? fill(words.count, { n: shown.length }) +
          (next?.day !== undefined
            ? fill(words.next, { what: next.what, day: written(next.day) })
            : "")
        : words.nothing;
      part("list").replaceChildren(...shown.map(lineOf));
      part("notes").replaceChildren(...notes.map((text) => make("li", {}, text)));
      picture.draw({ events, typed, words, names: { roles, processes }, written });
    };

    form.listen(show);
    part("print").addEventListener("click", () => window.print());
    part("export").addEventListener("click", () => {
      const remind = part("remind").checked;
      const entry = dates.parse(form.read().entry);
      ics.save(
        shown
          .filter(({ day }) => day >= entry)
          .map((row) => ({
            day: row.day,
            summary: row.what,
            description: [row.who, ...row.more, part("export").dataset.note]
              .filter(Boolean)
              .join("\n"),
            uid: [data.dataset.company, form.read().role, row.kind, row.process, row.step, row.to]
              .filter(Boolean)
              .join("."),
            url:
              row.href && location.protocol !== "file:"
                ? new URL(row.href, location.href).href
                : null,
            remind: remind ? dates.workingDayBefore(row.day) : null,
          })),
        dates.format,
      );
    });
    show(null);
  });
})();
