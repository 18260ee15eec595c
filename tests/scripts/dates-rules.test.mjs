import assert from "node:assert/strict";
import fs from "node:fs";
import { describe, test } from "node:test";
import { page, printed } from "./loading.mjs";

const GOLDEN = new URL("../golden/dates/", import.meta.url);

/** What dates-rules.js offers for a page that holds `rules`. */
function counting(rules) {
  const html = `<div><script type="application/json" data-feature="dates-rules">
    ${JSON.stringify(rules)}</script></div>`;
  const { handbook, document } = page(html, ["features/dates-rules.js"]);
  return handbook.offer(document, "dates-rules");
}

/** 2026 has a day off on Friday 02 Jan and a working Sunday 04 Jan. */
const plain = (role = {}) => ({
  calendar: { first: 2025, last: 2026, exceptions: { 2026: "0102 0104" } },
  limits: {
    fixed: [
      [36, 6],
      [12, 2],
      [3, 1],
    ],
    openEnded: 6,
  },
  roles: { r: { probation: 3, open: false, confirmation: null, paths: [], ...role } },
});

describe("the golden cases, which Python counts, too", () => {
  for (const file of fs.readdirSync(GOLDEN)) {
    test(file, () => {
      const dates = counting(JSON.parse(printed(`rules-${file}`)));
      const cases = JSON.parse(fs.readFileSync(new URL(file, GOLDEN), "utf8"));
      assert.ok(cases.length > 40);
      for (const { role, entry, months, since, today, events } of cases) {
        const [first, from, now] = [entry, since, today].map(dates.parse);
        const found = dates
          .of({ role, months, entry: first, since: from, today: now })
          .map(({ kind, day, missing, process, step, to }) => [
            kind,
            day === undefined ? missing : dates.format(day),
            process ?? null,
            step ?? null,
            to ?? null,
          ]);
        assert.deepEqual(found, events, `${role} ${entry} ${months} ${since} ${today}`);
      }
    });
  }
});

describe("days", () => {
  const dates = counting(plain());

  test("are numbers that know their date and their weekday", () => {
    assert.equal(dates.parse("1970-01-01"), 0);
    assert.equal(dates.parse("2026-03-01") - dates.parse("2026-02-28"), 1);
    assert.equal(dates.parse("2024-03-01") - dates.parse("2024-02-28"), 2);
    for (const iso of ["1960-02-29", "2026-12-31", "2099-01-01"]) {
      assert.equal(dates.format(dates.parse(iso)), iso);
      assert.equal(dates.weekday(dates.parse(iso)), new Date(iso).getUTCDay());
    }
    assert.deepEqual(dates.parts(dates.parse("2026-03-09")), [2026, 3, 9]);
  });

  test("work from Monday to Friday, but where the calendar says otherwise", () => {
    const week = ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05"];
    const works = week.map((iso) => dates.calendar.works(dates.parse(iso)));
    assert.deepEqual(works, [true, false, false, true, true]);
  });

  test("without a calendar are not guessed", () => {
    for (const [iso, year] of [
      ["2024-12-31", 2024],
      ["2027-01-01", 2027],
    ]) {
      assert.throws(() => dates.calendar.works(dates.parse(iso)), { year });
    }
    assert.equal(dates.calendar.works(dates.parse("2025-01-01")), true);
    assert.equal(dates.calendar.works(dates.parse("2026-12-31")), true);
  });

  test("are added as one who walks from working day to working day would", () => {
    const walk = (day, number) => {
      let at = day;
      for (let left = Math.abs(number); left > 0; ) {
        at += Math.sign(number);
        if (dates.calendar.works(at)) left -= 1;
      }
      return at;
    };
    for (let day = dates.parse("2025-12-20"); day < dates.parse("2026-01-20"); day += 1) {
      for (const number of [-12, -5, -1, 0, 1, 2, 5, 12]) {
        assert.equal(dates.calendar.add(day, number), walk(day, number), dates.format(day));
      }
    }
  });

  test("before the first and after the last calendar tell the year that is missing", () => {
    const { calendar } = dates;
    assert.throws(() => calendar.add(dates.parse("2026-12-31"), 1), { year: 2027 });
    assert.throws(() => calendar.add(dates.parse("2025-01-01"), -1), { year: 2024 });
    assert.equal(calendar.add(dates.parse("2025-01-02"), -1), dates.parse("2025-01-01"));
  });

  test("the working day before; the day before where that is not known", () => {
    assert.equal(dates.workingDayBefore(dates.parse("2026-01-04")), dates.parse("2026-01-01"));
    assert.equal(dates.workingDayBefore(dates.parse("2027-06-07")), dates.parse("2027-06-06"));
  });
});

describe("probation", () => {
  const end = (entry, probation) => {
    const dates = counting(plain({ probation }));
    const [only] = dates.of({ role: "r", entry: dates.parse(entry), months: 36 });
    assert.equal(only.kind, "probation-ends");
    return dates.format(only.day);
  };

  test("is as long as the role's, but no longer than the contract allows", () => {
    const dates = counting(plain());
    const terms = [null, 60, 36, 35, 12, 11, 3, 2].map((months) => dates.probation("r", months));
    assert.deepEqual(terms, [3, 3, 3, 2, 2, 1, 1, 0]);
    assert.deepEqual(dates.of({ role: "r", entry: 0, months: 2 }), []);
  });

  test("ends the day before the day of the same number, else with the month", () => {
    assert.equal(end("2026-03-02", 3), "2026-06-01");
    assert.equal(end("2026-12-01", 3), "2027-02-28");
    assert.equal(end("2026-01-29", 1), "2026-02-28");
    assert.equal(end("2026-01-31", 1), "2026-02-28");
    assert.equal(end("2024-01-31", 1), "2024-02-29");
    assert.equal(end("2025-08-31", 6), "2026-02-28");
    assert.equal(end("2026-03-31", 1), "2026-04-30");
    assert.equal(end("2026-11-15", 2), "2027-01-14");
  });

  const confirmation = {
    process: "p",
    opens: [30, false],
    closes: [10, true],
    short: [
      ["apply", [0, false]],
      ["decide", [3, true]],
    ],
    long: [
      ["apply", [0, false]],
      ["decide", [3, true]],
      ["apply", [2, false]],
      ["decide", [1, "months"]],
    ],
    automatic: null,
  };
  const events = (change) => {
    const dates = counting(plain({ confirmation: { ...confirmation, ...change } }));
    return dates
      .of({ role: "r", entry: dates.parse("2026-03-02"), months: null })
      .map(({ kind, step, day }) => [kind, step, dates.format(day)]);
  };

  test("is counted back to the application, and from there step by step", () => {
    assert.deepEqual(events({}), [
      ["apply-opens", undefined, "2026-05-02"],
      ["apply-closes", "apply", "2026-05-18"],
      ["step", "decide", "2026-05-21"],
      ["latest", "apply", "2026-05-23"],
      ["latest", "decide", "2026-06-23"],
      ["decided", undefined, "2026-06-23"],
      ["probation-ends", undefined, "2026-06-01"],
    ]);
  });

  test("may be counted in months, over the turn of a year, too", () => {
    const months = { opens: [14, "months"], closes: [1, "months"] };
    const dates = counting(plain({ confirmation: { ...confirmation, ...months } }));
    const found = dates.of({ role: "r", entry: dates.parse("2025-10-02"), months: null });
    const days = found.slice(0, 2).map(({ day }) => dates.format(day));
    assert.deepEqual(days, ["2024-11-01", "2025-12-01"]); // back from 2026-01-01
  });

  test("may open whenever one likes, and end without a decision", () => {
    const found = events({ opens: null, automatic: "confirmed" });
    assert.equal(found[0][0], "apply-closes");
    assert.deepEqual(found.at(-1), ["automatic", "confirmed", "2026-06-01"]);
  });
});

describe("the next window", () => {
  const path = { to: "up", process: "p", tenure: 12, windows: [3, 9], apply: [10, true] };
  const next = (since, today, change = {}) => {
    const dates = counting(plain({ probation: 0, paths: [{ ...path, ...change }] }));
    const days = { entry: 0, since: dates.parse(since), today: dates.parse(today) };
    return dates
      .of({ role: "r", months: null, ...days })
      .map(({ kind, day, missing }) => [kind, missing ?? dates.format(day)]);
  };

  test("is the first that is open when the tenure is reached, or today", () => {
    assert.deepEqual(next("2025-03-10", "2025-06-01"), [
      ["tenure", "2026-03-10"],
      ["window-opens", "2026-03-10"],
      ["window-closes", "2026-03-13"],
    ]);
    const opens = (since, today) => next(since, today)[1][1];
    assert.equal(opens("2025-03-13", "2025-06-01"), "2026-03-13");
    assert.equal(opens("2025-03-14", "2025-06-01"), "2026-09-01");
    assert.equal(opens("2020-01-01", "2026-03-14"), "2026-09-01");
    assert.equal(opens("2024-01-01", "2025-10-01"), "2026-03-01");
  });

  test("may have opened last year", () => {
    const found = next("2020-01-01", "2026-01-05", { windows: [12], apply: [30, true], tenure: 0 });
    assert.deepEqual(found, [
      ["window-opens", "2026-01-05"],
      ["window-closes", "2026-01-09"],
    ]);
  });

  test("that may still be open in a year without calendar is not passed over", () => {
    assert.deepEqual(next("2026-03-10", "2026-03-10").slice(1), [
      ["window-opens", "2027-03-10"],
      ["window-closes", 2027],
    ]);
    assert.equal(next("2026-04-02", "2026-04-02")[1][1], "2027-09-01");
  });

  test("lasts a month where no days are set, and none is named where none is fixed", () => {
    assert.deepEqual(next("2025-02-28", "2026-03-31", { apply: null, tenure: 0 }), [
      ["window-opens", "2026-03-31"],
      ["window-closes", "2026-03-31"],
    ]);
    assert.deepEqual(next("2025-02-28", "2025-03-01", { windows: [] }), [["tenure", "2026-02-28"]]);
  });
});
