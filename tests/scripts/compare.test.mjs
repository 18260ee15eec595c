import assert from "node:assert/strict";
import fs from "node:fs";
import { describe, test } from "node:test";
import { page, printed } from "./loading.mjs";

const COMPANIES = fs
  .readdirSync(new URL("../golden/dates/", import.meta.url))
  .map((file) => file.replace(".json", ""));

/** Every thing shows nothing but its id, so that one can read which stand in which list. */
function byId(data) {
  const named = (things) =>
    Object.fromEntries(Object.entries(things).map(([id, one]) => [id, { ...one, html: id }]));
  return {
    ...data,
    roles: named(data.roles),
    duties: named(data.duties),
    requirements: named(data.requirements),
  };
}

/** The page of comparisons with `data`, or without it where it is null. */
async function chooser(data, more = {}) {
  const options = Object.keys(data?.roles ?? {}).map(
    (id) => `<option value="${id}">${id}</option>`,
  );
  const html = printed("compare.html").replaceAll(/<optgroup.*?<\/optgroup>/g, options.join(""));
  const answer = data ? { ok: true, json: async () => structuredClone(data) } : { ok: false };
  const asked = [];
  const fetch = async (address) => {
    asked.push(address);
    return answer;
  };
  const made = page(html, ["features/compare.js"], { fetch, navigator: {}, ...more });
  await new Promise(setImmediate);
  const sides = ["from", "to"].map((name) => made.find(`select[name=${name}]`));
  return {
    ...made,
    asked,
    choose: (...ids) => {
      sides.forEach((side, i) => {
        side.value = ids[i];
      });
      made.fire(sides[1], "change");
    },
    chosen: () => sides.map(({ value }) => value),
    said: () => made.find("[role=status]").textContent,
    list: (name) =>
      made.all(`.hb-chooser__result [data-list="${name}"] > li`).map((line) => {
        const [before, after] = [".hb-pair__before", ".hb-pair__after"].map(
          (side) => line.querySelector(side).textContent,
        );
        return before && after ? [before, after] : before || after;
      }),
    result: () => made.find(".hb-chooser__result"),
  };
}

describe("any two roles are compared as Python compares them", () => {
  for (const company of COMPANIES)
    test(company, async () => {
      const { data, pairs } = JSON.parse(printed(`compare-${company}.json`));
      const made = await chooser(byId(data));
      let raised = 0;
      for (const [pair, lists] of Object.entries(pairs)) {
        const [from, to] = pair.split(" ");
        if (from === to) continue;
        made.choose(from, to);
        for (const [name, ids] of Object.entries(lists)) {
          assert.deepEqual(made.list(name), ids, `${pair} ${name}`);
          const counts = made.all(`.hb-chooser__result [data-count="${name}"]`);
          assert.ok(counts.length > 1);
          for (const count of counts) assert.equal(count.textContent, String(ids.length));
        }
        raised += lists.raised_requirements.length;
      }
      assert.ok(raised > 0);
    });
});

describe("the chooser", () => {
  const data = {
    roles: {
      a: {
        name: "甲",
        html: "<p>甲</p>",
        duties: ["d", "e"],
        requirements: ["low", "old", "both", "leads", "talks"],
      },
      b: {
        name: "乙",
        html: "<p>乙</p>",
        duties: ["e", "f"],
        requirements: ["high", "both", "new", "talks-more", "leads-else"],
      },
    },
    duties: { d: { html: "d" }, e: { html: "e" }, f: { html: "f" } },
    requirements: {
      low: { html: "low", label: "年限", value: "<b>1</b> 年", figure: "tenure" },
      middle: { html: "middle" },
      high: { html: "high", label: "任职年限", value: "<b>2</b> 年", figure: "tenure" },
      old: { html: "old" },
      both: { html: "both" },
      new: { html: "new" },
      talks: { html: "talks", competency: "talking", rank: 1 },
      "talks-more": { html: "talks-more", competency: "talking", rank: 2 },
      leads: { html: "leads", competency: "leading", rank: 2 },
      "leads-else": { html: "leads-else", competency: "leading", rank: 1 },
    },
    raises: { high: "middle", middle: "low", low: "lowest", both: "old" },
    grows: { f: "d" },
    ways: { "a--b": "<section>一条路</section>" },
  };
  const address = (query) => ({ address: `http://intranet/handbook/compare/index.html${query}` });

  test("shows itself once the data are there, and nothing before two are chosen", async () => {
    const made = await chooser(data);
    assert.deepEqual(made.asked, ["roles.json"]);
    assert.equal(made.find(".hb-chooser").hidden, false);
    made.choose("a", "");
    assert.equal(made.result().textContent, "");
    assert.equal(made.said(), "");
  });

  test("tells what is new, raised, kept and dropped, and hides what is not", async () => {
    const made = await chooser(data);
    made.choose("a", "b");
    assert.deepEqual(made.list("raised_requirements"), [
      ["low", "high"],
      ["talks", "talks-more"],
    ]);
    assert.deepEqual(made.list("changed_requirements"), [["leads", "leads-else"]]);
    assert.deepEqual(made.list("new_requirements"), ["new"]);
    assert.deepEqual(made.list("dropped_requirements"), ["old"]);
    assert.deepEqual(made.list("kept_requirements"), ["both"]);
    assert.deepEqual(made.list("grown_duties"), [["d", "f"]]);
    assert.deepEqual(made.list("new_duties"), []);
    assert.deepEqual(made.list("left_duties"), []);
    assert.deepEqual(made.list("kept_duties"), ["e"]);
    assert.equal(
      made.said(),
      "甲与乙：职责扩大 1 项，新增 0 项，不再负责 0 项；要求提高 2 项，变化 1 项，新增 1 项",
    );
    const hidden = (name) => made.find(`.hb-chooser__result section[data-change=${name}]`).hidden;
    assert.equal(hidden("raised_requirements"), false);
    assert.equal(hidden("new_duties"), true);
    made.choose("b", "a");
    assert.equal(hidden("grown_duties"), true);
    assert.deepEqual(made.list("raised_requirements"), [["leads-else", "leads"]]);
    assert.deepEqual(made.list("changed_requirements"), [["talks-more", "talks"]]);
    assert.deepEqual(made.list("dropped_requirements"), ["high", "new"]);
  });

  test("holds a demand against the nearest lower one that is left behind", async () => {
    const other = structuredClone(data);
    other.roles.a.requirements = ["low", "middle"];
    other.roles.b.requirements = ["high", "middle"];
    const made = await chooser(other);
    made.choose("a", "b");
    assert.deepEqual(made.list("raised_requirements"), [["low", "high"]]);
    assert.deepEqual(made.list("kept_requirements"), ["middle"]);
    assert.deepEqual(made.list("dropped_requirements"), []);
  });

  test("shows a number of both sides where both count the same", async () => {
    const made = await chooser(data);
    made.choose("a", "b");
    const [top, line] = made.all(".hb-chooser__result .hb-rises").slice(0, 2);
    assert.equal(top.hidden, false);
    for (const [part, text] of [
      ["name", "任职年限"],
      ["before", "1 年"],
      ["after", "2 年"],
    ])
      assert.equal(top.querySelector(`.hb-rise__${part}`).textContent, text);
    assert.ok(line);
    const other = structuredClone(data);
    other.requirements.low.figure = "score";
    const without = await chooser(other);
    without.choose("a", "b");
    assert.equal(without.find(".hb-chooser__result .hb-rises").hidden, true);
    assert.deepEqual(without.list("raised_requirements")[0], ["low", "high"]);
  });

  test("shows the way from one to the other, or says that there is none", async () => {
    const made = await chooser(data);
    const ways = () => made.find(".hb-chooser__result [data-slot=ways]").textContent;
    made.choose("a", "b");
    assert.equal(ways(), "一条路");
    made.choose("b", "a");
    assert.match(ways(), /手册没有规定/);
  });

  test("keeps the choice in the address, and takes it from there", async () => {
    const made = await chooser(data, address("?from=a&to=b"));
    assert.deepEqual(made.chosen(), ["a", "b"]);
    assert.equal(made.list("grown_duties").length, 1);
    made.press("[data-do=swap]");
    assert.deepEqual(made.chosen(), ["b", "a"]);
    assert.ok(made.address().endsWith("?from=b&to=a"));
    assert.deepEqual(made.list("new_duties"), ["d"]);
  });

  test("says when both are the same, when a role is unknown, when there are no data", async () => {
    const same = await chooser(data, address("?from=a&to=a"));
    assert.match(same.said(), /同一个岗位/);
    const unknown = await chooser(data, address("?from=a&to=toString"));
    assert.match(unknown.said(), /链接里的岗位在这本手册里找不到/);
    assert.deepEqual(unknown.chosen(), ["a", ""]);
    const none = await chooser(null);
    assert.match(none.said(), /对比数据没有载入/);
    assert.equal(none.find(".hb-chooser").hidden, false);
  });

  test("copies its address where the browser lets it, and says so where not", async () => {
    const copied = [];
    const clipboard = { writeText: async (text) => copied.push(text) };
    const made = await chooser(data, { ...address("?from=a&to=b"), navigator: { clipboard } });
    made.press("[data-do=copy]");
    await new Promise(setImmediate);
    assert.deepEqual(copied, [made.address()]);
    assert.match(made.said(), /链接已复制/);
    const without = await chooser(data);
    without.press("[data-do=copy]");
    await new Promise(setImmediate);
    assert.match(without.said(), /不允许复制/);
  });

  test("in a folder reads a script instead of what it may not fetch", async () => {
    const made = await chooser(data, { address: "file:///h/compare/index.html?from=a&to=b" });
    assert.deepEqual(made.asked, []);
    assert.ok(made.find("body > script[src='roles.js']"));
    const event = new made.Event("handbook:roles");
    event.detail = structuredClone(data);
    made.document.dispatchEvent(event);
    assert.deepEqual(made.list("grown_duties"), [["d", "f"]]);
  });

  test("unfolds everything for paper", async () => {
    const made = await chooser(data);
    made.choose("a", "b");
    made.window.dispatchEvent(new Event("beforeprint"));
    const folded = made.all(".hb-comparison details");
    assert.ok(folded.length > 0 && folded.every(({ open }) => open));
  });
});
