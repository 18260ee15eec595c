// "My dates" as a page: dates-form.js, dates.js, dates-picture.js and the file of ics.js
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HTMLInputElement } from "linkedom";
import { Store, clock, opened, page, printed } from "./loading.mjs";

const SCRIPTS = ["dates-form", "dates-rules", "dates-picture", "ics", "dates"];
const KEY = "handbook-dates:acme";
const RULES = {
  calendar: { first: 2025, last: 2026, exceptions: {} },
  limits: {
    fixed: [
      [36, 6],
      [3, 1],
    ],
    openEnded: 6,
  },
  roles: {
    junior: {
      probation: 3,
      open: false,
      confirmation: {
        process: "promotion",
        opens: [30, false],
        closes: [16, false],
        short: [
          ["apply", [0, false]],
          ["decide", [3, true]],
        ],
        long: [
          ["apply", [0, false]],
          ["decide", [3, true]],
          ["decide", [6, true]],
        ],
        automatic: null,
      },
      paths: [{ to: "senior", process: "promotion", tenure: 12, windows: [3], apply: [5, true] }],
    },
    senior: { probation: 0, open: false, confirmation: null, paths: [] },
    lead: { probation: 0, open: true, confirmation: null, paths: [] },
    night: {
      probation: 1,
      open: false,
      confirmation: null,
      paths: [{ to: "senior", process: "promotion", tenure: 0, windows: [], apply: null }],
    },
  },
};

/** The page on 2026-05-18, with RULES in it; `refusing` are steps that only a refusal leads to. */
function dates({ refusing = [], rules = RULES, kept = {}, ...more } = {}) {
  const html = printed("dates.html")
    .replace(/(data-feature="dates-rules">).*?(<\/script>)/, `$1${JSON.stringify(rules)}$2`)
    .replace('"refusing": []', `"refusing": ${JSON.stringify(refusing)}`);
  const sessionStorage = new Store(kept, more.closed);
  const scripts = SCRIPTS.map((name) => `features/${name}.js`);
  const address = "http://intranet/handbook/dates/index.html";
  const made = page(html, scripts, { Date: clock(2026, 4, 18), sessionStorage, address, ...more });
  const field = (name) => made.find(`[name=${name}]`);
  const input = made.find("[data-feature=dates-form]");
  return {
    ...made,
    field,
    store: sessionStorage,
    type: (typed) => {
      for (const [name, value] of Object.entries(typed)) {
        if (typeof value === "boolean") field(name).checked = value;
        else field(name).value = value;
        made.fire(field(name), "input");
      }
    },
    part: (name) => input.parentElement.querySelector(`[data-dates="${name}"]`),
    wrong: () => made.all("[aria-invalid=true]").map((one) => one.getAttribute("name")),
    rows: () =>
      made.all(".hb-days > li").map((row) => {
        const text = (selector) => row.querySelector(selector)?.textContent ?? "";
        return [text("time"), ...[".hb-what a", ".hb-who", ".hb-more", ".hb-away"].map(text)];
      }),
    notes: () => made.all("[data-dates=notes] li").map(({ textContent }) => textContent),
    status: () => made.find("[data-dates=status]").textContent,
  };
}

// What a browser says of a field: wrong where it is needed and empty, or as a test says
Object.defineProperty(HTMLInputElement.prototype, "validity", {
  get() {
    const missing = this.hasAttribute("required") && this.value === "";
    return { valid: !missing && !this.bad, badInput: Boolean(this.bad) };
  },
});

const ENTRY = { open: false, months: "36", entry: "2026-03-02" };

describe("the list", () => {
  test("has every date in order, with who acts, what more is to say, and how far it is", () => {
    const made = dates();
    made.type({ open: true, entry: "2026-03-02" });
    assert.deepEqual(made.rows(), [
      ["2026 年 5 月 2 日", "可以开始申请转正", "申请人", "", "已过 16 天"],
      [
        "2026 年 5 月 16 日",
        "最迟提交转正申请",
        "申请人",
        "当天是休息日，前一个工作日是 2026 年 5 月 15 日",
        "已过 2 天",
      ],
      [
        "2026 年 5 月 20 日",
        "审批：最迟办完",
        "部门负责人",
        "如有退回，最迟 2026 年 5 月 28 日",
        "2 天后",
      ],
      ["2026 年 5 月 28 日", "如有退回，最迟得到转正结果", "", "", "10 天后"],
      ["2026 年 6 月 1 日", "试用期最后一天", "", "", "14 天后"],
      ["2027 年 3 月 2 日", "任职满规定年限（高级客服）", "", "", "288 天后"],
      ["2027 年 3 月 2 日", "可以开始申请高级客服", "申请人", "", "288 天后"],
      ["", "最迟提交申请（高级客服）", "申请人", "2027 年的放假安排尚未公布，此日期暂不能计算", ""],
    ]);
    assert.equal(made.status(), "共 8 个日期。下一个：审批：最迟办完，2026 年 5 月 20 日。");
    const [first, second] = made.all(".hb-days > li");
    assert.ok(first.classList.contains("hb-past") && second.classList.contains("hb-past"));
    assert.equal(made.all(".hb-past").length, 2);
    assert.equal(first.querySelector("a").getAttribute("href").split("#")[1], undefined);
    assert.ok(second.querySelector("a").getAttribute("href").endsWith("#step-apply"));
    assert.equal(second.querySelector("time").dateTime, "2026-05-16");
    assert.equal(second.querySelector(".hb-weekday").textContent, "周六");
  });

  test("marks today, and what only a refusal leads to", () => {
    const made = dates({ refusing: ["decide"], Date: clock(2026, 4, 20, 23) });
    made.type(ENTRY);
    const today = made.all("[aria-current=date]");
    assert.equal(today.length, 1);
    assert.match(today[0].textContent, /审批：最迟办完（仅在不予转正时）/);
    assert.match(today[0].textContent, /今天/);
    assert.ok(!today[0].classList.contains("hb-past"));
  });

  test("says nothing of a return that moves no date", () => {
    const rules = structuredClone(RULES);
    rules.roles.junior.confirmation.long = rules.roles.junior.confirmation.short;
    const made = dates({ rules });
    made.type(ENTRY);
    assert.equal(made.rows().find(([, what]) => what === "审批：最迟办完")[3], "");
  });

  test("has a date that is unknown after the one before it", () => {
    const rules = structuredClone(RULES);
    rules.roles.junior.paths = [
      { to: "senior", process: "promotion", tenure: 0, windows: [11], apply: null },
    ];
    const made = dates({ rules });
    made.type({ ...ENTRY, entry: "2026-10-20" });
    assert.deepEqual(
      made.rows().map(([day]) => day),
      [
        "2026 年 11 月 1 日",
        "2026 年 11 月 30 日",
        "2026 年 12 月 20 日",
        "2027 年 1 月 3 日",
        "",
        "",
        "2027 年 1 月 19 日",
      ],
    );
  });

  test("tells the next date only where none before it is unknown", () => {
    const made = dates({
      rules: { ...RULES, calendar: { first: 2025, last: 2025, exceptions: {} } },
    });
    made.type(ENTRY);
    assert.equal(made.status(), "共 8 个日期。");
  });

  test("says so where a calendar of the past is missing", () => {
    const made = dates({ rules: { ...RULES, limits: { fixed: [[1, 6]], openEnded: 6 } } });
    made.type({ ...ENTRY, entry: "2024-08-20" });
    assert.ok(made.rows().some(([day, , , more]) => !day && more.includes("没有收录 2024 年")));
  });
});

describe("the notes", () => {
  test("say whether one hears in time", () => {
    const made = dates();
    made.type(ENTRY);
    assert.match(made.notes()[0], /仍能在试用期最后一天或之前得到结果/);
    const note = (days) => {
      const late = structuredClone(RULES);
      late.roles.junior.confirmation.closes = [days, false];
      const other = dates({ rules: late });
      other.type(ENTRY);
      return other.notes()[0];
    };
    assert.match(note(13), /仍能在试用期最后一天或之前得到结果/); // on the last day itself
    assert.match(note(12), /可能仍没有结果/);
  });

  test("say that a contract is too short, has no probation, or that values are open", () => {
    const short = structuredClone(RULES);
    short.roles.junior.confirmation.closes = [60, false];
    const made = dates({ rules: short });
    made.type({ ...ENTRY, months: "12" });
    assert.match(made.notes()[0], /最迟申请日早于入职日期/);
    assert.ok(made.rows()[0][3].includes("早于入职日期"));
    made.type({ months: "2" });
    assert.deepEqual(made.notes(), ["按所填合同期限，不约定试用期。"]);
    made.type({ role: "lead" });
    assert.match(made.notes()[0], /^试用期或其中某一步的时限没有确定/);
    assert.equal(made.status(), "按所填内容没有可以计算的日期。");
    made.type({ role: "night", months: "12" });
    assert.deepEqual(made.notes(), ["高级客服：没有规定申请月份。"]);
  });

  test("say no months of a way without a process, whose tenure is told all the same", () => {
    const bare = structuredClone(RULES);
    bare.roles.junior.paths = [
      { to: "senior", process: null, tenure: 12, windows: [], apply: null },
    ];
    const made = dates({ rules: bare });
    made.type({ ...ENTRY, months: "12" });
    const rows = made.rows().filter((row) => row[1].includes("高级客服"));
    assert.deepEqual(
      rows.map((row) => row[1]),
      ["任职满规定年限（高级客服）"],
    );
    assert.ok(made.notes().includes("高级客服：没有规定申请月份。"));
  });
});

describe("the form", () => {
  test("is seen with its script, and says nothing while nothing is typed", () => {
    const made = dates();
    assert.equal(made.find("form").hidden, false);
    assert.equal(made.part("result").hidden, true);
    assert.equal(made.status(), "");
    assert.deepEqual(made.wrong(), []);
  });

  test("says at the field what is wrong, and takes it back", () => {
    const made = dates();
    made.type({ ...ENTRY, since: "2026-03-01" });
    assert.deepEqual(made.wrong(), ["since"]);
    assert.equal(made.field("since").getAttribute("aria-describedby"), "dates-since-error");
    assert.equal(made.find("#dates-since-error").hidden, false);
    assert.equal(made.part("result").hidden, true);
    made.type({ since: "2026-03-02" });
    assert.deepEqual(made.wrong(), []);
    assert.equal(made.field("since").getAttribute("aria-describedby"), null);
    assert.equal(made.find("#dates-since-error").hidden, true);
    assert.equal(made.part("result").hidden, false);
    made.type({ months: "" });
    assert.deepEqual(made.wrong(), ["months"]);
    made.type({ open: true });
    assert.deepEqual(made.wrong(), []);
    assert.equal(made.field("months").disabled, true);
  });

  test("misses the first day only once it has been touched, or half typed", () => {
    const made = dates();
    made.type({ months: "12" });
    assert.deepEqual(made.wrong(), []);
    made.type({ entry: "" });
    assert.deepEqual(made.wrong(), ["entry"]);
    const half = dates();
    half.field("entry").bad = true;
    half.type({ months: "12" });
    assert.deepEqual(half.wrong(), ["entry"]);
  });

  test("takes the day of entry where no other day in the role is typed", () => {
    const made = dates();
    made.type(ENTRY);
    const without = made.rows();
    made.type({ since: "2026-03-02" });
    assert.deepEqual(made.rows(), without);
    made.type({ since: "2026-04-01" });
    assert.notDeepEqual(made.rows(), without);
  });

  test("keeps what is typed in this tab, and nowhere else", () => {
    const made = dates();
    made.type({ role: "night", ...ENTRY });
    const state = JSON.parse(made.store.getItem(KEY));
    assert.deepEqual(state, {
      role: "night",
      entry: "2026-03-02",
      months: "36",
      since: "",
      open: false,
    });
    assert.equal(made.address(), "http://intranet/handbook/dates/index.html");
    const again = dates({ kept: { [KEY]: JSON.stringify(state) } });
    assert.equal(again.field("role").value, "night");
    assert.equal(again.field("open").checked, false);
    assert.equal(again.part("result").hidden, false);
  });

  test("lets the link's role come first, and takes no role that it does not know", () => {
    const kept = { [KEY]: JSON.stringify({ role: "night", entry: "2026-03-02", months: 5 }) };
    const at = (query) => dates({ kept, address: `http://intranet/dates/index.html${query}` });
    assert.equal(at("?role=senior").field("role").value, "senior");
    assert.equal(at("?role=nobody").field("role").value, "junior");
    assert.equal(at("").field("role").value, "night");
    assert.equal(at("").field("months").value, ""); // not what the form itself would keep
  });

  test("works where nothing may be kept, and with what is broken", () => {
    const closed = dates({ closed: true });
    closed.type(ENTRY);
    assert.equal(closed.rows().length, 8);
    assert.equal(dates({ kept: { [KEY]: "{" } }).field("entry").value, "");
  });
});

describe("the picture", () => {
  const bars = (made) =>
    made.all(".hb-bar:not(.hb-bar--scale)").map((bar) => {
      const fill = bar.querySelector(".hb-bar__fill");
      const days = (part) => Math.round((Number.parseFloat(fill.style[part]) / 100) * 92);
      return [bar.querySelector(".hb-bar__name").textContent, days("left"), days("width")];
    });

  test("has a bar for each stretch, from its first day to its last", () => {
    const made = dates();
    made.type({ ...ENTRY });
    const [probation] = made.all(".hb-bars__group");
    // 92 days, from March 2 to June 1
    assert.deepEqual(bars(made).slice(0, 4), [
      ["试用期", 0, 92],
      ["转正申请", 61, 15],
      ["审批", 75, 5],
      ["如有退回", 75, 13],
    ]);
    const ends = probation.querySelector(".hb-bar__ends");
    assert.equal(ends.textContent, "2026 年 3 月 2 日今天2026 年 6 月 1 日");
    const [now] = made.all(".hb-bar__today");
    assert.equal(Math.round((Number.parseFloat(now.style.left) / 100) * 92), 77);
    assert.ok(made.find(".hb-bar__fill--returns"));
  });

  test("has no line for today where today is outside, and no bar without both ends", () => {
    const made = dates();
    made.type({ ...ENTRY, entry: "2026-06-01" });
    assert.equal(made.all(".hb-bar__today").length, 0);
    made.type({ role: "night", entry: "2026-04-18" }); // until yesterday
    assert.equal(made.all(".hb-bar__today").length, 0);
    made.type({ entry: "2026-04-19" });
    assert.equal(made.all(".hb-bar__today").length, 1);
    made.type({ role: "senior" });
    assert.equal(made.all(".hb-bars__group").length, 0);
    made.type({ role: "junior", entry: "2026-10-20" });
    assert.deepEqual(
      made.all(".hb-bar__name").map(({ textContent }) => textContent),
      ["试用期", "转正申请", "", "任职年限（高级客服）", ""],
    );
  });
});

describe("the calendar file", () => {
  const lines = async (made) =>
    (await opened(made.saved[0])).text.replaceAll("\r\n ", "").split("\r\n");

  test("has each date that is known, with its page and a reminder", async () => {
    const made = dates();
    made.type(ENTRY);
    made.press("[data-dates=export]");
    const found = await lines(made);
    assert.equal(found.filter((line) => line === "BEGIN:VEVENT").length, 7);
    assert.ok(found.includes("SUMMARY:审批：最迟办完"));
    assert.ok(found.includes("UID:acme.junior.step.promotion.decide@handbook"));
    assert.ok(
      found.includes("URL:http://intranet/handbook/processes/promotion/index.html#step-decide"),
    );
    const said = found.find((line) => line.startsWith("DESCRIPTION:部门负责人"));
    assert.match(
      said,
      /^DESCRIPTION:部门负责人\\n如有退回，最迟 2026 年 5 月 28 日\\n日期按本手册/,
    );
    // Monday 2026-06-01 is told on the Friday before, at nine
    const last = found.indexOf("SUMMARY:试用期最后一天");
    const trigger = found.slice(last).find((line) => line.startsWith("TRIGGER"));
    assert.equal(trigger, "TRIGGER:-PT63H");
  });

  test("reminds nobody who does not want it, and names no page of a folder", async () => {
    const made = dates({ address: "file:///h/dates/index.html" });
    made.type(ENTRY);
    made.part("remind").checked = false;
    made.press("[data-dates=export]");
    const found = await lines(made);
    assert.ok(!found.includes("BEGIN:VALARM"));
    assert.ok(!found.some((line) => line.startsWith("URL:")));
  });

  test("leaves out what would be before the first day; two roles have events of their own", async () => {
    const short = structuredClone(RULES);
    short.roles.junior.confirmation.closes = [60, false];
    const made = dates({ rules: short });
    made.type({ ...ENTRY, months: "12" });
    made.press("[data-dates=export]");
    const starts = (await lines(made)).filter((line) => line.startsWith("DTSTART"));
    assert.ok(starts.every((line) => line >= "DTSTART;VALUE=DATE:20260302"));
    const ids = (await lines(made)).filter((line) => line.startsWith("UID"));
    assert.equal(new Set(ids).size, ids.length);
  });
});
