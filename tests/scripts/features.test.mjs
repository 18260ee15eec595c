// my-part.js, copy.js, form.js, menu.js
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HTMLElement } from "linkedom";
import { page, printed } from "./loading.mjs";

const later = () => new Promise(setImmediate);

describe("my part", () => {
  const CSS = { escape: (text) => text };
  const mine = (query = "") => {
    const address = `http://intranet/handbook/processes/promotion/index.html${query}`;
    const made = page(printed("process.html"), ["features/my-part.js"], { CSS, address });
    const steps = (name) => made.all(`.hb-steps > li.${name}`).map(({ dataset }) => dataset.step);
    return { ...made, steps, select: made.find("select"), output: made.find("output") };
  };

  test("makes one actor's steps stand out, and counts them as the list does", () => {
    const made = mine();
    assert.equal(made.find("form").hidden, false);
    made.select.value = "head";
    made.fire(made.select, "change");
    assert.deepEqual(made.steps("is-mine"), ["promotion/decide"]);
    assert.deepEqual(made.steps("is-other"), ["promotion/apply"]);
    assert.equal(made.output.value, "部门负责人：第 2 步");
    assert.deepEqual(
      made.all("a.hb-box.is-mine").map(({ dataset }) => dataset.step),
      ["promotion/decide"],
    );
    assert.ok(made.address().endsWith("?actor=head"));
  });

  test("of nobody is the whole process again", () => {
    const made = mine("?actor=head");
    made.select.value = "";
    made.fire(made.select, "change");
    assert.deepEqual([made.steps("is-mine"), made.steps("is-other")], [[], []]);
    assert.equal(made.output.value, "");
    assert.ok(made.address().endsWith("index.html"));
  });

  test("is taken from the address, if somebody of that name acts here", () => {
    assert.deepEqual(mine("?actor=employee").steps("is-mine"), ["promotion/apply"]);
    assert.deepEqual(mine("?actor=nobody").steps("is-other"), []);
    assert.equal(mine("?actor=nobody").select.value, "");
  });
});

describe("copy", () => {
  const script = (clipboard) => {
    const made = page(printed("script.html"), ["features/copy.js"], { navigator: { clipboard } });
    const told = () => made.all("[role=status]").map(({ textContent }) => textContent);
    return { ...made, told };
  };
  const SAID = "您好，这里是示例公司，客服热线 400-000-0002。";

  test("takes the lines with the company's values, one part or all", async () => {
    const copied = [];
    const made = script({ writeText: async (text) => copied.push(text) });
    assert.ok(made.all(".hb-copy").every(({ hidden }) => !hidden));
    made.press("[data-copy=says-opening]");
    await later();
    made.press("[data-copy=all]");
    await later();
    assert.deepEqual(copied, [SAID, SAID]);
    assert.deepEqual(made.told(), ["已复制", "已复制"]);
  });

  test("parts all parts by an empty line, and lines by a line break", async () => {
    const copied = [];
    const html = `<div><div data-feature="copy" data-done="1" data-failed="0"><div class="hb-copy">
      <button data-copy="all"></button><span role="status"></span></div></div>
      <blockquote id="says-a"><p data-line> a </p><p data-line>b</p></blockquote>
      <blockquote id="says-b"><p data-line>c</p></blockquote></div>`;
    const clipboard = { writeText: async (text) => copied.push(text) };
    page(html, ["features/copy.js"], { navigator: { clipboard } }).press("button");
    await later();
    assert.deepEqual(copied, ["a\nb\n\nc"]);
  });

  test("has an older way for plain http, and says so where neither works", async () => {
    for (const [works, said] of [
      [true, "已复制"],
      [false, "未能复制，请选中文字后手动复制。"],
    ]) {
      const made = script(undefined);
      let field = "";
      HTMLElement.prototype.select = function select() {
        field = this.value;
      };
      made.document.execCommand = (command) => works && command === "copy";
      made.press("[data-copy=says-opening]");
      await later();
      assert.equal(field, SAID);
      assert.equal(made.find("textarea"), null);
      assert.equal(made.told().at(-1), said);
    }
  });
});

test("a form shows its button, which prints", () => {
  const made = page('<div data-feature="form" hidden><button data-print>x</button></div>', [
    "features/form.js",
  ]);
  assert.equal(made.find("div").hidden, false);
  made.press("[data-print]");
  assert.equal(made.window.printed, 1);
});

describe("the menu", () => {
  const menu = () => {
    const html = `<button class="hb-menu" aria-expanded="false" hidden></button>
      <input id="__drawer" type="checkbox"><div class="md-sidebar--primary">
      <a class="md-logo" href="#">x</a><a href="a.html">a</a></div>`;
    const made = page(html, ["menu.js"], { requestAnimationFrame: (then) => then() });
    const state = () => [
      made.find("input").checked,
      made.find("button").getAttribute("aria-expanded"),
    ];
    const key = (name) => {
      const event = new made.Event("keydown", { bubbles: true });
      event.key = name;
      made.document.dispatchEvent(event);
    };
    return { ...made, state, key };
  };

  test("opens the drawer, leads into it, and closes it", () => {
    const made = menu();
    assert.equal(made.find("button").hidden, false);
    made.press("button");
    assert.deepEqual(made.state(), [true, "true"]);
    assert.equal(made.document.activeElement.getAttribute("href"), "a.html");
    made.press("button");
    assert.deepEqual(made.state(), [false, "false"]);
  });

  test("goes away by Escape, and by the theme's own way", () => {
    const made = menu();
    made.press("button");
    made.key("x");
    assert.deepEqual(made.state(), [true, "true"]);
    made.key("Escape");
    assert.deepEqual(made.state(), [false, "false"]);
    assert.equal(made.document.activeElement.className, "hb-menu");
    made.find("input").checked = true;
    made.fire(made.find("input"), "change");
    assert.deepEqual(made.state(), [true, "true"]);
  });
});
