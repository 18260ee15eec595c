import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Store, clock, opened, page, printed } from "./loading.mjs";

const KEY = "handbook-checklist/acme/junior--senior.promotion";
const SCRIPTS = ["features/checklist.js", "features/checklist-out.js"];
const IDS = ["satisfaction", "patience-2", "path.tenure"];

/** The page of a role, whose browser keeps `kept` for its list. */
function list(kept, { closed = false, change = (html) => html, ...more } = {}) {
  const localStorage = new Store(kept === undefined ? {} : { [KEY]: kept }, closed);
  const made = page(change(printed("role.html")), SCRIPTS, { localStorage, ...more });
  const line = (id) => made.find(`[data-item="${id}"]`);
  return {
    ...made,
    line,
    get focused() {
      return made.document.activeElement;
    },
    store: localStorage,
    kept: () => JSON.parse(localStorage.getItem(KEY)),
    ticked: () => IDS.filter((id) => line(id)?.querySelector("input").checked),
    tick: (id, checked = true) => {
      const box = line(id).querySelector("input");
      box.checked = checked;
      made.fire(box, "change");
    },
    shown: (selector) => !made.find(selector).hidden,
    text: (selector) => made.find(selector).textContent,
    marks: () =>
      made
        .all("[data-item] .hb-checklist__mark")
        .map((mark) => [
          mark.closest("[data-item]").dataset.item,
          mark.querySelector("[data-was]")?.textContent ?? null,
        ]),
  };
}

const print = (id) => list().line(id).dataset.print;
const words = (id) => list().line(id).querySelector("[data-text]").textContent;
/** What a browser keeps in which some items are ticked, as they are now unless `change` says else. */
const kept = (ids, change = {}) =>
  JSON.stringify({
    edition: "1.0",
    known: IDS,
    ticked: Object.fromEntries(ids.map((id) => [id, [print(id), words(id)]])),
    ...change,
  });

describe("ticks", () => {
  test("are kept by id, with the fingerprint and the words of what was ticked", () => {
    const made = list();
    assert.deepEqual(made.ticked(), []);
    made.tick("patience-2");
    assert.deepEqual(made.kept(), {
      edition: "1.0",
      known: IDS,
      ticked: { "patience-2": [print("patience-2"), "在压力下仍能耐心倾听"] },
    });
    assert.match(print("patience-2"), /^[0-9a-f]{12}$/);
  });

  test("are there again when one comes back, and the list is open", () => {
    const made = list(kept(["satisfaction", "path.tenure"]));
    assert.deepEqual(made.ticked(), ["satisfaction", "path.tenure"]);
    assert.equal(made.find(".hb-checklist").open, true);
    assert.deepEqual(made.marks(), []);
    assert.equal(made.shown("[data-news]"), false);
    assert.ok(!list().find(".hb-checklist").open);
  });

  test("are counted in every place that tells it", () => {
    const made = list(kept(["satisfaction"]));
    for (const place of ["[data-progress]", "[data-live]", "[data-summary]"])
      assert.equal(made.text(place), "已满足 1 / 3 项");
    made.tick("path.tenure");
    assert.equal(made.text("[data-progress]"), "已满足 2 / 3 项");
    assert.equal(made.find("progress").value, 2);
    assert.equal(made.shown("[data-progress]"), true);
  });

  test("leave nothing behind once the last one is taken back", () => {
    const made = list(kept(["satisfaction"]));
    assert.equal(made.find("[data-do=clear]").disabled, false);
    made.tick("satisfaction", false);
    assert.equal(made.store.getItem(KEY), null);
    assert.equal(made.find("[data-do=clear]").disabled, true);
  });

  test("of another tab are not lost by those of this one, and are seen at once", () => {
    const made = list();
    made.store.setItem(KEY, kept(["satisfaction"]));
    made.tick("patience-2");
    assert.deepEqual(Object.keys(made.kept().ticked), ["satisfaction", "patience-2"]);
    made.store.setItem(KEY, kept(["path.tenure"]));
    const event = Object.assign(new Event("storage"), { key: "another" });
    made.window.dispatchEvent(event);
    assert.deepEqual(made.ticked(), ["satisfaction", "patience-2"]);
    made.window.dispatchEvent(Object.assign(new Event("storage"), { key: KEY }));
    assert.deepEqual(made.ticked(), ["path.tenure"]);
    made.store.removeItem(KEY);
    made.window.dispatchEvent(Object.assign(new Event("storage"), { key: null }));
    assert.deepEqual(made.ticked(), []);
  });

  test("go all at once only after one has been asked", () => {
    const made = list(kept(["satisfaction", "patience-2"]));
    made.press("[data-do=clear]");
    assert.equal(made.shown("[data-sure]"), true);
    assert.equal(made.text("[data-sure] p"), "确定清除 2 项勾选吗？清除后不能恢复。");
    assert.equal(made.focused.dataset.do, "no");
    made.press("[data-do=no]");
    assert.equal(made.shown("[data-sure]"), false);
    assert.equal(made.focused.dataset.do, "clear");
    assert.equal(made.ticked().length, 2);
    made.press("[data-do=clear]");
    made.press("[data-do=yes]");
    assert.deepEqual(made.ticked(), []);
    assert.equal(made.store.getItem(KEY), null);
    assert.equal(made.focused.tagName, "SUMMARY");
  });
});

describe("a new edition", () => {
  const old = (ids, change) => kept(ids, { edition: "0.9", ...change });
  const changed = { satisfaction: ["000000000000", "评分不低于 80 分"] };

  test("in which nothing differs needs no word", () => {
    const made = list(old(["satisfaction"]));
    assert.equal(made.shown("[data-news]"), false);
    made.tick("patience-2");
    assert.equal(made.kept().edition, "1.0"); // the ticks belong to it from now on
  });

  test("marks what is worded anew, with the words that were ticked", () => {
    const made = list(old([], { ticked: changed }));
    assert.deepEqual(made.marks(), [["satisfaction", "勾选时的内容：评分不低于 80 分"]]);
    assert.equal(made.shown("[data-news]"), true);
    assert.equal(
      made.text("[data-said]"),
      "上次勾选时为手册版本 0.9，现为版本 1.0：1 项内容有变化，0 项新增，0 项不再要求。",
    );
    assert.equal(made.shown("[data-gone]"), false);
    made.tick("patience-2");
    assert.equal(made.kept().edition, "0.9"); // not before it is looked at
  });

  test("is settled where a changed demand is looked at again", () => {
    const made = list(old([], { ticked: changed }));
    made.press("[data-do=checked]");
    assert.deepEqual(made.marks(), []);
    const { edition, ticked } = made.kept();
    assert.deepEqual([edition, ticked.satisfaction[0]], ["1.0", print("satisfaction")]);
    assert.ok(made.focused === made.line("satisfaction").querySelector("input"));
    assert.equal(made.shown("[data-news]"), false);
  });

  test("marks what is new, but not to who has ticked nothing", () => {
    const known = { known: ["satisfaction", "path.tenure"] };
    assert.deepEqual(list(old(["satisfaction"], known)).marks(), [["patience-2", null]]);
    assert.deepEqual(list(old([], known)).marks(), []);
  });

  test("names what is no longer asked", () => {
    const ticked = { a: ["1", "甲"], b: ["2", "乙"] };
    const made = list(old([], { ticked }));
    assert.equal(made.text("[data-gone]"), "勾选过、现在不再要求：甲、乙");
    assert.equal(made.shown("[data-gone]"), true);
    assert.equal(made.text("[data-progress]"), "已满足 0 / 3 项");
  });

  test("is accepted as a whole", () => {
    const ticked = { ...changed, a: ["1", "甲"] };
    const made = list(old([], { ticked, known: ["satisfaction", "a"] }));
    assert.equal(made.marks().length, 3);
    made.press("[data-do=seen]");
    assert.deepEqual(made.marks(), []);
    assert.deepEqual(made.kept(), JSON.parse(kept(["satisfaction"])));
    assert.equal(made.shown("[data-news]"), false);
    assert.equal(made.focused.tagName, "SUMMARY");
  });
});

describe("what a browser keeps", () => {
  const broken = [
    "",
    "null",
    "[]",
    "{",
    '{"edition":1,"known":[],"ticked":{}}',
    '{"edition":"1","known":{},"ticked":{}}',
    '{"edition":"1","known":[]}',
    '{"edition":"1","known":[],"ticked":{"a":"b"}}',
    '{"edition":"1","known":[],"ticked":{"a":["1"]}}',
    '{"edition":"1","known":[],"ticked":{"a":["1",2]}}',
    '{"edition":"1","known":[],"ticked":{"a":["1","2","3"]}}',
    `{"edition":"1","known":[],"ticked":{"a":["1","${"x".repeat(5000)}"]}}`,
  ];
  for (const json of broken)
    test(`and is not ours is told, not shown: ${json.slice(0, 60)}`, () => {
      const made = list(json);
      assert.equal(made.text("[data-trouble]"), "以前保存的勾选无法读取，请重新勾选。");
      assert.equal(made.shown("[data-trouble]"), true);
      assert.deepEqual(made.ticked(), []);
      made.tick("satisfaction");
      assert.equal(made.shown("[data-trouble]"), false);
      assert.deepEqual(made.kept(), JSON.parse(kept(["satisfaction"])));
    });

  test("is only ever text", () => {
    const ticked = { satisfaction: ["0", "<img src=x onerror=alert(1)>{text}"] };
    const made = list(kept([], { ticked }));
    assert.ok(!made.find("[data-item] img"));
    assert.equal(made.marks()[0][1], "勾选时的内容：<img src=x onerror=alert(1)>{text}");
  });

  test("is nothing where it refuses to keep: one can tick all the same", () => {
    const made = list(undefined, { closed: true });
    assert.match(made.text("[data-trouble]"), /^这个浏览器不允许保存数据/);
    made.tick("satisfaction");
    made.tick("patience-2");
    assert.deepEqual(made.ticked(), ["satisfaction", "patience-2"]);
    assert.equal(made.shown("[data-trouble]"), true);
  });
});

describe("a list with its script", () => {
  test("shows what needs the script and hides what is said without it", () => {
    const made = list();
    assert.deepEqual(
      made.all("[data-with]").map(({ hidden }) => hidden),
      made.all("[data-with]").map(() => false),
    );
    assert.equal(made.shown("[data-without]"), false);
    assert.equal(made.shown("[data-trouble]"), false);
  });

  const evening = { Date: clock(2026, 2, 9, 23, 30) };

  test("goes out as a text file that old Windows programs read, too", async () => {
    const made = list(kept(["satisfaction"], { known: ["satisfaction", "path.tenure"] }), {
      ...evening,
      change: (html) =>
        html.replace(
          "<span data-text>在压力下仍能耐心倾听</span>",
          "<span data-text>在压力下\n  仍能耐心倾听</span><p data-evidence>证明：\n 录音</p>",
        ),
    });
    made.press("[data-out=text]");
    const file = await opened(made.saved[0]);
    assert.equal(file.name, "准备清单-初级客服-高级客服.txt");
    assert.equal(file.type, "text/plain;charset=utf-8");
    assert.equal(
      file.text,
      [
        "\ufeff准备清单：初级客服 → 高级客服",
        "示例服务有限公司 · 手册版本 1.0 · 日期：2026 年 3 月 9 日",
        "已满足 1 / 3 项",
        "",
        "业绩",
        "[x] 满意度评分不低于 90 分",
        "",
        "态度",
        "[ ] 在压力下 仍能耐心倾听 (上次勾选后新增)",
        "    证明： 录音",
        "",
        "年限",
        "[ ] 在初级客服岗位任职满 2 年",
        "",
      ].join("\r\n"),
    );
  });

  test("is printed alone, as a sheet with the day that is gone afterwards", () => {
    const made = list(undefined, evening);
    made.press("[data-out=print]");
    assert.equal(made.window.printed, 1);
    const sheet = made.find("body > .hb-checklist-sheet");
    assert.match(sheet.textContent, /日期：2026 年 3 月 9 日/);
    assert.equal(made.document.documentElement.className, "hb-prints-checklist");
    made.window.dispatchEvent(new Event("afterprint"));
    assert.ok(!made.find("body > .hb-checklist-sheet"));
    assert.equal(made.document.documentElement.className, "");
  });
});
