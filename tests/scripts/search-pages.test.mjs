// From what is meant to the pages that say it: matching.js, answers.js, rank.js, worker.js
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { knowledge, parts, plain, worker } from "./searching.mjs";

const search = parts("text", "matching", "answers", "rank");
const LINES = [
  "客服主管带领一组客服，处理升级的投诉。", // 0
  "从高级客服晋升为客服主管，须任满两年。", // 1
  "本制度规定晋升的条件。晋升每年两次。", // 2
  "休假须提前申请。", // 3
  "<script>alert(1)</script> 备注", // 4
];
const DOCS = [
  { location: "role/", title: "客服主管", kind: "role", names: ["组长"], lines: [0] },
  { location: "role/#next", title: "客服主管", heading: "晋升", kind: "role", lines: [1] },
  { location: "policy/", title: "晋升管理办法", kind: "policy", lines: [2], keys: ["制度"] },
  { location: "leave/", title: "休假", kind: "policy", lines: [3, 4] },
];
const matching = () => new search.Matching(structuredClone(DOCS), LINES, plain);
const term = (...words) => new Map(words.map((word, place) => [word, 1 - place / 10]));

describe("matching", () => {
  const scores = (word) => {
    const found = matching().matches(word);
    return DOCS.map((_, number) => found.get(number)?.score ?? 0);
  };

  test("a page that is called so is about it more than one whose text has it", () => {
    const [role, next, policy, leave] = scores("客服主管");
    assert.ok(role > next && next > 0);
    assert.deepEqual([policy, leave], [0, 0]);
    const [, heading, called] = scores("晋升");
    assert.ok(heading > called && called > 1); // the heading is the word, the title has it inside
  });

  test("more mentions say more, each less than the one before", () => {
    const docs = [1, 2, 3].map((times, line) => ({
      location: `${times}/`,
      title: "t",
      lines: [line],
    }));
    const texts = [1, 2, 3].map((times) => "投诉。".repeat(times));
    const found = new search.Matching(docs, texts, plain).matches("投诉");
    const [one, two, three] = [0, 1, 2].map((number) => found.get(number).score);
    assert.ok(one < two && two < three);
    assert.ok(two - one > three - two);
  });

  test("a part of another name says less than a part of the title", () => {
    const docs = [
      { location: "a/", title: "晋升经理", lines: [] },
      { location: "b/", title: "t", names: ["晋升经理"], lines: [] },
    ];
    const known = new search.Matching(docs, [], plain);
    const score = (word, number) => known.matches(word).get(number).score;
    assert.ok(score("晋升", 1) < score("晋升", 0));
    assert.equal(score("晋升经理", 1), score("晋升经理", 0));
  });

  test("a heading that many have tells less", () => {
    const docs = (many) =>
      Array.from({ length: many }, (_, i) => ({
        location: `${i}/#a`,
        title: "t",
        heading: "年限",
        lines: [],
      }));
    const score = (many) => new search.Matching(docs(many), [], plain).matches("年限").get(0).score;
    assert.ok(score(1) > score(4) && score(4) > score(16));
  });

  test("what stands nowhere is not known; a character alone is looked for as well", () => {
    const known = matching();
    assert.equal(known.knows("升级的投诉"), true);
    assert.equal(known.knows("级升"), false);
    assert.equal(known.knows("诉升"), false);
    assert.equal(known.knows("假"), true);
  });

  test("a part inherits the name of its page", () => {
    const found = matching().term(term("组长"));
    assert.deepEqual([...found.keys()].sort(), [0, 1]);
    assert.ok(found.get(1) > 0);
    assert.equal(found.get(0), matching().matches("组长").get(0).score); // not from itself
  });

  test("a synonym counts by its weight", () => {
    const [strong, weak] = [1, 0.5].map((weight) =>
      matching()
        .term(new Map([["休假", weight]]))
        .get(3),
    );
    assert.ok(Math.abs(weak * 2 - strong) < 1e-9);
  });

  test("words in pieces count less than in one, and rare words more than common ones", () => {
    const known = matching();
    const whole = known.weighed({ words: term("客服主管"), parts: [] });
    const split = known.weighed({ words: term("主管客服"), parts: [term("主管"), term("客服")] });
    assert.ok(split.scores.get(0) > 0 && split.scores.get(0) < whole.scores.get(0));
    const half = known.weighed({ words: term("休假晋级"), parts: [term("休假"), term("晋级")] });
    assert.ok(half.scores.get(3) < 0.2 * known.matches("休假").get(3).score);
    const rarity = (word) => known.weighed({ words: term(word), parts: [] }).rarity;
    assert.ok(rarity("休假") > rarity("晋升"));
    assert.equal(rarity("没有"), 0);
  });
});

describe("answers", () => {
  const term = (word) => ({ words: new Map([[word, 1]]), parts: [] });
  const list = [
    [1, ["duration"], "从高级客服晋升为客服主管，须任满两年。", "任职年限 24 个月", ["任职年限"]],
    [2, ["person"], "晋升由部门负责人批准。", "部门负责人", []],
  ];
  const answers = (more = []) => new search.Answers([...list, ...more], plain);
  const told = (made, words, ...asks) => made.of(words.map(term), new Set(asks));

  test("answer the kind of question that was asked", () => {
    assert.deepEqual([...told(answers(), ["晋升"], "person").keys()], [2]);
    assert.deepEqual([...told(answers(), ["晋升"], "duration").keys()], [1]);
  });

  test("are about at least half of what is asked", () => {
    assert.equal(told(answers(), ["晋升", "休假"], "person").size, 1);
    assert.equal(told(answers(), ["晋升", "休假", "加班"], "person").size, 0);
  });

  test("come unasked only to who names the value", () => {
    assert.deepEqual([...told(answers(), ["任职年限"]).keys()], [1]);
    assert.equal(told(answers(), ["任职年限"]).get(1).score, 0); // and move no page
    assert.equal(told(answers(), ["晋升"]).size, 0);
    assert.equal(told(answers(), ["任职年限", "休假"]).size, 0); // and names it nearly alone
  });

  test("that say the words in one breath win over others", () => {
    const more = [[3, ["duration"], "客服主管晋升为经理，须任满三年。", "36 个月", []]];
    assert.deepEqual([...told(answers(more), ["客服主管", "晋升"], "duration").keys()], [3]);
    assert.deepEqual([...told(answers(more), ["晋升", "客服主管"], "duration").keys()], [1]);
  });

  test("say them so with two characters between, not with three", () => {
    const among = (sentence) => {
      const more = [[3, ["person"], sentence, "", []]];
      return [...told(answers(more), ["晋升", "批准"], "person").keys()];
    };
    assert.deepEqual(among("晋升需要批准。"), [3]);
    assert.deepEqual(among("晋升都需要批准。"), [2, 3]);
  });

  test("that fit less put the best in no doubt", () => {
    const less = [2, ["person"], "批准由别人办理。", "别人", []];
    const [best] = told(answers([less]), ["晋升", "批准"], "person").values();
    assert.deepEqual([best.answer.about, best.doubtful], ["部门负责人", undefined]);
  });

  test("two that fit as well and say different things are in doubt", () => {
    const other = [2, ["person"], "晋升由部门负责人批准。", "人力资源部", []];
    assert.equal(told(answers([other]), ["晋升"], "person").get(2).doubtful, true);
    assert.equal(told(answers([list[1]]), ["晋升"], "person").get(2).doubtful, undefined);
  });
});

describe("ranking", () => {
  const ranked = (words, name = words.join(""), asks = new Set()) => {
    const known = new search.Answers([], plain);
    const ranking = new search.Ranking(matching(), known, knowledge().weights);
    const terms = words.map((word) => ({ words: new Map([[word, 1]]), parts: [] }));
    return ranking.rank({ terms, asks, name }).map(({ page }) => DOCS[page].location);
  };

  test("the page that is called so comes first", () => {
    assert.equal(ranked(["客服主管"])[0], "role/");
    assert.equal(ranked(["休假"])[0], "leave/");
    assert.equal(ranked(["晋升管理办法"])[0], "policy/");
  });

  test("a page that has all words comes before those that have some", () => {
    assert.equal(ranked(["投诉", "申请"]).length, 2);
    assert.equal(ranked(["客服主管", "投诉"])[0], "role/");
  });

  test("a name that is the whole query lifts its page far above mere mentions", () => {
    const docs = [...DOCS, { location: "other/", title: "其他", lines: [LINES.length] }];
    const known = new search.Matching(docs, [...LINES, "休假见别处。"], plain);
    const ranking = new search.Ranking(known, new search.Answers([], plain), knowledge().weights);
    const terms = [{ words: new Map([["休假", 1]]), parts: [] }];
    const found = (name) => ranking.rank({ terms, asks: new Set(), name });
    assert.deepEqual(
      found("休假").map(({ page }) => docs[page].location),
      ["leave/"],
    );
    assert.ok(found("休假")[0].score - found("").at(0).score > 5);
  });

  test("all words in a text say more than one of them in a title", () => {
    const docs = [
      { location: "a/", title: "投诉处理与回访登记管理办法细则", lines: [] },
      { location: "b/", title: "t", lines: [0] },
      { location: "c/", title: "申请受理与审批登记管理办法细则", lines: [] },
    ];
    const known = new search.Matching(docs, ["投诉与申请"], plain);
    const ranking = new search.Ranking(known, new search.Answers([], plain), knowledge().weights);
    const terms = ["投诉", "申请"].map((word) => ({ words: new Map([[word, 1]]), parts: [] }));
    const [best] = ranking.rank({ terms, asks: new Set(), name: "" });
    assert.equal(docs[best.page].location, "b/");
  });

  test("nothing is found where nothing stands, and a word that nobody has changes nothing", () => {
    assert.deepEqual(ranked(["没有"]), []);
    assert.deepEqual(ranked(["休假", "没有"], "休假"), ranked(["休假"]));
  });
});

describe("the worker", () => {
  const all = (more = {}) =>
    worker(structuredClone(DOCS), knowledge({ lines: LINES, entries: [2], ...more }));
  const places = (items) => items.map((item) => item.map(({ location }) => location));

  test("says when it is ready, and finds nothing before anything is typed", async () => {
    const { ready, ask } = await all();
    assert.deepEqual(ready, { type: 1 });
    assert.deepEqual(await ask("  "), []);
    assert.deepEqual(await (await worker([], undefined)).ask("x"), []);
  });

  test("gives pages with their parts, best first, by falling scores", async () => {
    const { ask } = await all();
    const items = await ask("晋升");
    assert.deepEqual(
      places(items)
        .map(([first]) => first.split("#")[0])
        .sort(),
      ["policy/", "role/"],
    );
    const scores = items.map((item) => Math.max(...item.map(({ score }) => score)));
    assert.deepEqual(scores, [1000, 999]);
    assert.deepEqual(places(await ask("客服主管"))[0], ["role/", "role/#next"]);
  });

  test("marks the words in title and text, tells the kind, and escapes the rest", async () => {
    const { ask } = await all();
    const [[role]] = await ask("客服主管");
    assert.equal(
      role.title,
      '<span class="hb-search-name"><mark>客服主管</mark></span> ' +
        '<span class="hb-search-kind">岗位</span>',
    );
    assert.ok(role.text.startsWith("<mark>客服主管</mark>带领"));
    assert.equal(role.terms.客服主管, true);
    const [[leave]] = await ask("休假");
    assert.ok(leave.text.includes("&#60;script&#62;"));
    assert.ok(!leave.text.includes("<script"));
  });

  test("shows the answer in the first result alone", async () => {
    const two = [
      [1, ["duration"], LINES[1], "任职年限 24 个月", ["任职年限"]],
      [2, ["duration"], LINES[2], "每年两次", []],
    ];
    const { ask } = await all({ answers: two });
    const answered = (item) => item.some(({ text }) => text.includes("hb-search-answer"));
    const items = await ask("晋升多久");
    assert.deepEqual(items.map(answered), [true, false]);
    const [[best]] = await ask("晋升客服主管多久");
    assert.equal(best.location, "role/#next");
    assert.ok(best.text.startsWith('<p class="hb-search-answer">任职年限 24 个月</p>'));
    assert.ok(best.text.includes("须任满两年。</p>"));
    assert.equal((await ask("晋升找谁")).some(answered), false);
  });

  test("leads on from a query without result: near names, then where one may begin", async () => {
    const { ask } = await all();
    const near = await ask("休假书");
    assert.equal(near[0][0].location, "leave/");
    assert.ok(
      near[0][0].text.startsWith('<p class="hb-search-none">没有找到“休假书”，也许是：</p>'),
    );
    assert.deepEqual(places(near).at(-1), ["policy/"]);
    const lost = await ask("<b>$&");
    assert.deepEqual(places(lost), [["policy/"]]);
    assert.ok(lost[0][0].text.includes("没有找到“&#60;b&#62;$&#38;”，可以从这里开始："));
    assert.ok(!near[1][0].text.includes("hb-search-none"));
  });

  test("reads no more than the beginning of a pasted page", async () => {
    const { ask } = await all();
    assert.deepEqual(places(await ask(`休假${" ".repeat(60)}客服主管`)), places(await ask("休假")));
  });
});
