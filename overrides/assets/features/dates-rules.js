// An employee's dates, from the rules that the page holds as JSON: handbook/calendar/dates.py in
// JavaScript. It adds days and compares, nothing else; tests/golden/dates holds both together.
// Days are whole numbers since 1970-01-01, so that no clock change can move them.
(() => {
  "use strict";
  const DAY = 864e5;
  const dayOf = (year, month, day) => Date.UTC(year, month - 1, day) / DAY;
  const parse = (iso) => dayOf(...iso.split("-").map(Number));
  const format = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  const parts = (day) => format(day).split("-").map(Number);
  const weekday = (day) => (((day + 4) % 7) + 7) % 7; // 0 is Sunday

  // No calendar is published for that year: nothing is guessed.
  class NotPublished extends Error {
    constructor(year) {
      super(`no calendar for ${year}`);
      this.year = year;
    }
  }

  const calendarOf = ({ first, last, exceptions }) => {
    const begin = dayOf(first, 1, 1);
    const different = new Set(
      Object.entries(exceptions).flatMap(([year, days]) =>
        days
          .split(" ")
          .map((day) => dayOf(Number(year), Number(day.slice(0, 2)), Number(day.slice(2)))),
      ),
    );
    const sums = [];
    const working = [];
    for (let day = begin; day <= dayOf(last, 12, 31); day += 1) {
      if ([0, 6].includes(weekday(day)) === different.has(day)) working.push(day);
      sums.push(working.length);
    }
    const sum = (day) => {
      if (day === begin - 1) return 0;
      if (day < begin || day - begin >= sums.length) throw new NotPublished(parts(day)[0]);
      return sums[day - begin];
    };
    const add = (day, number) => {
      if (number === 0) return day;
      const position = number < 0 ? sum(day - 1) + number : sum(day) + number - 1;
      if (position >= working.length) throw new NotPublished(last + 1);
      if (position < 0) throw new NotPublished(first - 1);
      return working[position];
    };
    return { add, works: (day) => sum(day) - sum(day - 1) === 1, first };
  };

  // handbook/calendar/months.py: the day before the day of the same number, else the month's last
  const lengthOfMonth = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();
  const lastDay = (start, months) => {
    const [year, month, day] = parts(start);
    const later = month - 1 + months;
    const to = [year + Math.floor(later / 12), (((later % 12) + 12) % 12) + 1];
    const length = lengthOfMonth(...to);
    return day > length ? dayOf(...to, length) : dayOf(...to, day) - 1;
  };

  // A day that may be unknown is { day } or { missing: year }. A term of months begins the day
  // after.
  const after = (calendar, start, [number, unit]) => {
    if (start.missing) return start;
    try {
      if (unit === "months") return { day: lastDay(start.day + 1, number) };
      return { day: unit ? calendar.add(start.day, number) : start.day + number };
    } catch (error) {
      if (!(error instanceof NotPublished)) throw error;
      return { missing: error.year };
    }
  };

  const confirmation = (rules, calendar, end) => {
    if (!rules) return [{ kind: "probation-ends", day: end }];
    const { process, opens, closes, short, long, automatic } = rules;
    const before = ([number, unit]) => after(calendar, { day: end }, [-number, unit]);
    const start = before(closes);
    const due = (way) => {
      let at = start;
      return way.map(([step, length]) => {
        at = after(calendar, at, length);
        return { step, process, ...at };
      });
    };
    const visits = due(long);
    const latest = new Map(visits.map((visit) => [visit.step, visit])); // the last visit to each
    return [
      ...(opens ? [{ kind: "apply-opens", process, ...before(opens) }] : []),
      { kind: "apply-closes", process, step: short[0][0], ...start },
      ...due(short)
        .slice(1)
        .map((visit) => ({ kind: "step", ...visit })),
      ...[...latest.values()].map((visit) => ({ kind: "latest", ...visit })),
      { ...visits[visits.length - 1], kind: "decided", step: undefined },
      { kind: "probation-ends", process, day: end },
      ...(automatic ? [{ kind: "automatic", process, step: automatic, day: end }] : []),
    ];
  };

  const wayOn = ({ to, process, tenure, windows, apply }, calendar, since, today) => {
    const reached = lastDay(since, tenure) + 1;
    const found = tenure ? [{ kind: "tenure", process, to, day: reached }] : [];
    const ready = Math.max(reached, today);
    const [year, month] = parts(ready);
    for (let y = year - 1; y <= year + 1; y += 1) {
      for (const opening of windows) {
        const first = dayOf(y, opening, 1);
        const last = apply
          ? after(calendar, { day: first - 1 }, apply)
          : { day: dayOf(y, opening, lengthOfMonth(y, opening)) };
        if (last.missing ? y * 12 + opening >= year * 12 + month : last.day >= ready) {
          return [
            ...found,
            { kind: "window-opens", process, to, day: Math.max(first, ready) },
            { kind: "window-closes", process, to, ...last },
          ];
        }
      }
    }
    return found;
  };

  handbook.feature("dates-rules", (element) => {
    const { calendar: published, limits, roles } = JSON.parse(element.textContent);
    const calendar = calendarOf(published);
    const probation = (role, months) =>
      Math.min(
        roles[role].probation,
        months === null
          ? limits.openEnded
          : (limits.fixed.find(([least]) => months >= least) || [0, 0])[1],
      );
    // Days go in and come out as numbers.
    return {
      parse,
      format,
      parts,
      weekday,
      calendar,
      probation,
      rules: (role) => roles[role],
      // For reminders: the working day before, the day before where that is not known
      workingDayBefore: (day) => after(calendar, { day }, [-1, true]).day ?? day - 1,
      of: ({ role, entry, months, since, today }) => {
        const term = probation(role, months);
        return [
          ...(term ? confirmation(roles[role].confirmation, calendar, lastDay(entry, term)) : []),
          ...roles[role].paths.flatMap((path) => wayOn(path, calendar, since, today)),
        ];
      },
    };
  });
})();
