import assert from "node:assert/strict";
import { test } from "node:test";
import { clock, opened, page } from "./loading.mjs";

const { fill, make, writtenDay } = page("", []).handbook;

test("fill puts each fact at its place, as often as it stands there", () => {
  assert.equal(fill("{a} and {b}, {a}", { a: 1, b: "two" }), "1 and two, 1");
});

test("fill leaves alone what it has no fact for, and shows a fact that is 0 or empty", () => {
  assert.equal(fill("{a}{b}{c} { d } {}", { a: 0, b: "" }), "0{c} { d } {}");
});

test("fill never looks into a fact, whatever it holds", () => {
  const facts = { a: "{b} $& $1", b: "no" };
  assert.equal(fill("<{a}>", facts), "<{b} $& $1>");
});

test("make sets properties, then puts elements and texts inside; a text is no markup", () => {
  const made = make("p", { className: "x" }, make("b", {}, "1"), "<i>");
  assert.equal(made.outerHTML, '<p class="x"><b>1</b>&lt;i&gt;</p>');
});

test("a day is written with or without zeros, and with the month's name", () => {
  assert.equal(writtenDay("{year} 年 {month} 月 {day} 日", 2026, 3, 9), "2026 年 3 月 9 日");
  assert.equal(writtenDay("{day}.{mm}.{year} {dd}", 2026, 12, 9), "9.12.2026 09");
  const months = `{${"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"}}`;
  assert.equal(writtenDay(`${months} {day}, {year}`, 2026, 1, 31), "Jan 31, 2026");
  assert.equal(writtenDay(`${months}`, 2026, 12, 31), "Dec");
});

test("today is the day on this machine's clock, early and late", () => {
  for (const hours of [
    [0, 0],
    [23, 59],
  ]) {
    const { handbook } = page("", [], { Date: clock(2026, 11, 31, ...hours) });
    assert.deepEqual(handbook.today(), [2026, 12, 31]);
  }
});

test("a saved file has its name, its type and its text as UTF-8", async () => {
  const { handbook, saved } = page("", []);
  handbook.save("清单.txt", "text/plain", "√ 一");
  assert.equal(saved.length, 1);
  const file = await opened(saved[0]);
  assert.deepEqual(file, { name: "清单.txt", type: "text/plain;charset=utf-8", text: "√ 一" });
});

test("the address keeps what is chosen, drops what is not, and leaves the rest alone", () => {
  const { handbook, address } = page("", [], { address: "http://h/p/?q=1&to=old#part" });
  const fields = [
    { name: "from", value: "a b" },
    { name: "to", value: "" },
  ];
  handbook.keepInAddress(...fields);
  assert.equal(address(), "http://h/p/?q=1&from=a+b#part");
});

test("a browser that refuses to change the address is no fault", () => {
  const history = {
    replaceState() {
      throw new Error("SecurityError");
    },
  };
  const { handbook, address } = page("", [], { history });
  handbook.keepInAddress({ name: "from", value: "a" });
  assert.equal(address(), "http://intranet/handbook/page/index.html");
});

test("a feature begins at each element that asks for it and offers what it returns", () => {
  const html = '<div><p data-feature="x" id="a"></p></div><p data-feature="x" id="b"></p><p></p>';
  const { handbook, document } = page(html, []);
  const begun = [];
  handbook.feature("x", (element) => {
    begun.push(element.id);
    return { from: element.id };
  });
  assert.deepEqual(begun, ["a", "b"]);
  assert.deepEqual(handbook.offer(document.querySelector("div"), "x"), { from: "a" });
  assert.equal(Object.isFrozen(handbook), true);
});
