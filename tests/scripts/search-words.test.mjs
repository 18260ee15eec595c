// From what is typed to what is meant: text.js, spelling.js, query.js
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { knowledge, parts, plain } from "./searching.mjs";

const search = parts("text", "spelling", "query");

describe("text", () => {
  test("is compared in lower case, half width and simplified, each character at its place", () => {
    assert.equal(plain("ＡbＣ！導體 é"), "abc!导体 é");
    const text = "Ａ導🎉體Z";
    assert.equal(plain(text).length, text.length);
  });

  test("reaches HTML only escaped", () => {
    assert.equal(search.escape(`<a href="x">'&`), "&#60;a href=&#34;x&#34;&#62;&#39;&#38;");
  });

  test("is marked where the words stand, with what overlaps in one piece", () => {
    const mark = (text, ...words) => search.mark(text, plain(text), words);
    assert.equal(mark("升職 <Ab>", "ab"), "升職 &#60;<mark>Ab</mark>&#62;");
    assert.equal(mark("一二三四", "一二", "二三"), "<mark>一二三</mark>四");
    assert.equal(mark("aXaX", "x"), "a<mark>X</mark>a<mark>X</mark>");
    assert.equal(mark("abc"), "abc");
  });

  test("is cut around the most of the words, from the beginning of a sentence", () => {
    const cut = (text, words, length) => {
      const { start, end } = search.cut(text, text, words, length);
      return text.slice(start, end);
    };
    const far = `${"甲".repeat(100)}。乙丙丁${"戊".repeat(100)}晋升`;
    assert.equal(cut(far, [], 5), "甲甲甲甲甲");
    assert.equal(cut(far, ["丙"], 4), "乙丙丁戊");
    assert.ok(cut(far, ["晋升"], 40).includes("晋升"));
    assert.equal(cut("短文晋升", ["晋升"], 40), "短文晋升");
    assert.equal(cut("第一句在前面。第二句是晋升", ["晋升"], 12), "第一句在前面。第二句是晋");
    const apart = `${"甲".repeat(60)}。晋升${"乙".repeat(60)}。申请`;
    assert.ok(cut(apart, ["申请", "晋升"], 10).startsWith("申请")); // as the query has them
    // Two words together win over one that comes first
    const both = `晋升${"甲".repeat(60)}。申请晋升`;
    assert.equal(cut(both, ["晋升", "申请"], 10), "申请晋升");
  });
});

describe("spelling", () => {
  const spelling = new search.Spelling(knowledge());
  for (const [word, level] of [
    ["晋升", 2],
    ["客服", 2],
    ["主管", 2],
    ["申请", 1],
    ["转正", 1],
    ["年限", 1],
    ["试用期", 1],
    ["投诉", 1],
    ["客服主管", 2],
  ])
    spelling.add(word, level);
  const read = (letters) =>
    spelling.fromLetters(letters)?.map((words) => words.map(({ word }) => word)) ?? null;
  const meant = (wrong, any = true) => spelling.meant(wrong, any).map(({ word }) => word);

  test("letters are the pinyin of a word, or of several", () => {
    assert.deepEqual(read("jinsheng"), [["晋升"]]);
    assert.deepEqual(read("zhuguanjinsheng"), [["主管"], ["晋升"]]);
    assert.deepEqual(read("jinshengkefuzhuguan"), [["晋升"], ["客服主管"]]); // as few as possible
  });

  test("letters may be initials, of words that matter", () => {
    assert.deepEqual(read("zg"), [["主管"]]);
    assert.equal(read("nx"), null); // a word of the lowest level has none
  });

  test("letters may be the beginning of a word", () => {
    assert.deepEqual(read("jinsh"), [["晋升"]]);
    assert.deepEqual(read("shiyo"), [["试用期"]]);
    assert.equal(read("ji"), null); // too short to say
  });

  test("letters may have one slip, once they are many", () => {
    assert.deepEqual(read("jinshemg"), [["晋升"]]); // another letter
    assert.deepEqual(read("jinhseng"), [["晋升"]]); // two exchanged
    assert.deepEqual(read("jinsheeng"), [["晋升"]]); // one too many
    assert.deepEqual(read("jnsheng"), [["晋升"]]); // one missing
    assert.equal(read("jnshemg"), null); // two slips
    assert.equal(read("kefa"), null); // too few to tell
    assert.equal(read("xyz"), null);
  });

  test("a word that sounds the same is meant, also to ears that part no zh from z", () => {
    assert.deepEqual(meant("进生"), ["晋升"]);
    assert.deepEqual(meant("申清"), ["申请"]);
    const syllables = { zhuan: "转", zuan: "钻", xin: "新", xing: "星", li: "李", ni: "你" };
    const blurred = new search.Spelling(knowledge({ syllables }));
    for (const word of ["转正", "新人", "李四"]) blurred.add(word, 1);
    const heard = (wrong) => blurred.meant(wrong, true).map(({ word }) => word);
    assert.deepEqual(["钻正", "星人", "你四", "好四"].map(heard), [
      ["转正"],
      ["新人"],
      ["李四"],
      [],
    ]);
  });

  test("a word one slip away is meant, if there are three characters to tell", () => {
    assert.deepEqual(meant("试角期"), ["试用期"]);
    assert.deepEqual(meant("试用田期"), ["试用期"]);
    assert.deepEqual(meant("用试期"), ["试用期"]);
    assert.deepEqual(meant("甲升"), []);
    assert.deepEqual(meant("试角期", false), []); // only those that have one character more
  });

  test("the nearest names are those that look or sound alike, the best first", () => {
    const names = ["晋升流程", "晋级", "申请表", "休假"].map((word) => ({ word }));
    const near = spelling.nearest("进升流程", names, 2).map(({ word }) => word);
    assert.equal(near[0], "晋升流程");
    assert.ok(!near.includes("休假"));
    assert.ok(spelling.nearest("流程", [...names, ...names], 1).length <= 1);
    assert.deepEqual(spelling.nearest("zzzz", names, 8), []);
  });

  test("a word of several readings is read as the data say", () => {
    const known = new search.Spelling(knowledge({ exceptions: { 晋升: "a b" } }));
    assert.deepEqual(known.read("晋升"), ["a", "b"]);
    assert.deepEqual(known.read("晋x"), ["jin", "x"]);
  });
});

describe("query", () => {
  const texts = ["本月度奖金", "kpi"];
  const knows = (text) => texts.some((one) => one.includes(text));
  const reader = new search.Reader(knowledge(), plain, knows);
  const typed = (query) => reader.read(query).terms.map((term) => term.typed);
  const asks = (query) => [...reader.read(query).asks];
  const weights = (query) => reader.read(query).terms.map(({ words }) => Object.fromEntries(words));

  test("is cut into as few known words as possible", () => {
    assert.deepEqual(typed("客服主管晋升"), ["客服主管", "晋升"]);
    assert.deepEqual(typed("转正申请"), ["转正", "申请"]);
  });

  test("leaves what says nothing, and takes what asks as a question", () => {
    assert.deepEqual(typed("请问晋升的年限多久"), ["晋升", "年限"]);
    assert.deepEqual(asks("请问晋升的年限多久"), ["duration"]);
    assert.deepEqual(asks("投诉 找 谁"), ["person"]);
    assert.deepEqual(typed("投诉 找 谁"), ["投诉"]);
    assert.deepEqual(asks("晋升"), []);
    assert.equal(reader.read("请问晋升的年限多久").name, "晋升年限");
  });

  test("brings synonyms for a little less, and wider matters for less again", () => {
    assert.deepEqual(weights("升职"), [{ 升职: 1, 晋升: 0.85 }]);
    assert.deepEqual(weights("试用期"), [{ 试用期: 1, 转正: 0.6 }]);
    assert.deepEqual(weights("转正"), [{ 转正: 1 }]); // a wider matter does not lead back
  });

  test("is put right where no word covers it", () => {
    assert.deepEqual(typed("进升年限"), ["晋升", "年限"]);
    assert.deepEqual(typed("本月度"), ["本月度"]);
    const known = new search.Reader(knowledge(), plain, (text) => text === "进升");
    assert.equal(known.read("进升").terms[0].typed, "进升"); // stands in a text: not misspelt
  });

  test("of letters is pinyin, joined if need be, unless a text has it", () => {
    assert.deepEqual(weights("jinsheng"), [{ 晋升: 1, 升职: 0.85 }]);
    assert.deepEqual(weights("jin sheng"), [{ 晋升: 1, 升职: 0.85 }]);
    assert.deepEqual(typed("KPI"), ["kpi"]);
  });

  test("of letters that two words share brings the lesser for less, its synonyms, too", () => {
    const words = ["晋升", "近升"];
    const groups = [[["近升", "靠近"], []]];
    const two = new search.Reader(knowledge({ words, groups }), plain, knows);
    const [{ words: found }] = two.read("jinsheng").terms;
    assert.deepEqual([...found.keys()], ["晋升", "近升", "靠近"]);
    assert.deepEqual([found.get("晋升"), found.get("近升")], [1, 0.6]);
    assert.ok(Math.abs(found.get("靠近") - 0.6 * 0.85) < 1e-9);
  });

  test("in other forms of writing is the same query", () => {
    assert.deepEqual(typed("　客服，主管？"), ["客服", "主管"]);
    assert.deepEqual(typed(""), []);
    assert.deepEqual(typed("的"), []);
    const english = new search.Reader(knowledge({ silent: ["the"] }), plain, knows);
    assert.deepEqual(
      english.read("The KPI").terms.map((term) => term.typed),
      ["kpi"],
    );
  });

  test("reads a single character as the word it is short for", () => {
    assert.deepEqual(typed("申请假"), ["申请", "休假"]);
  });

  test("parts a long word of the handbook, so that texts may have it in pieces", () => {
    const [term] = reader.read("客服主管").terms;
    assert.deepEqual(
      term.parts.map((words) => [...words.keys()]),
      [["客服"], ["主管"]],
    );
    assert.deepEqual(reader.read("客服").terms[0].parts, []);
  });
});
