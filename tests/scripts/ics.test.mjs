import assert from "node:assert/strict";
import { test } from "node:test";
import { clock, opened, page } from "./loading.mjs";

const format = (day) => new Date(day * 864e5).toISOString().slice(0, 10);
const EVENT = { day: 20515, summary: "s", description: "", uid: "u", url: null, remind: null };

/** The file of some events, as one text. */
async function file(...events) {
  const html = '<div><button data-feature="ics" data-file="我的日期">x</button></div>';
  const now = { Date: clock(Date.UTC(2026, 2, 2, 3, 4, 5)) };
  const { handbook, document, saved } = page(html, ["features/ics.js"], now);
  handbook.offer(document, "ics").save(
    events.map((event) => ({ ...EVENT, ...event })),
    format,
  );
  const found = await opened(saved[0]);
  assert.equal(found.name, "我的日期.ics");
  assert.equal(found.type, "text/calendar;charset=utf-8");
  return found.text;
}

/** The lines of the file as a program reads them, which joins what is folded. */
const lines = (text) => text.replaceAll("\r\n ", "").split("\r\n");

test("a whole day, from that day to the next, stamped in UTC", async () => {
  assert.deepEqual(lines(await file({ day: 20515 })), [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//handbook//my dates//ZH",
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
    "UID:u@handbook",
    "DTSTAMP:20260302T030405Z",
    "DTSTART;VALUE=DATE:20260303",
    "DTEND;VALUE=DATE:20260304",
    "SUMMARY:s",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("what has a meaning in the format is escaped, and a line break is one", async () => {
  const summary = "a,b;c\\d:e";
  const text = await file({ summary, description: "one\r\ntwo\nthree\rfour" });
  assert.ok(lines(text).includes("SUMMARY:a\\,b\\;c\\\\d:e"));
  assert.ok(lines(text).includes("DESCRIPTION:one\\ntwo\\nthree\\nfour"));
});

test("every line ends with CR and LF and has 75 octets at most, no character cut", async () => {
  const summary = "提交转正申请🎉".repeat(20);
  for (const before of ["", "a", "ab", "abc"]) {
    const text = await file({ summary: before + summary });
    assert.equal(text.replaceAll("\r\n", "").search(/[\r\n]/), -1);
    const sizes = text.split("\r\n").map((line) => Buffer.byteLength(line));
    assert.ok(Math.max(...sizes) <= 75);
    assert.ok(Math.max(...sizes) > 71);
    assert.ok(lines(text).includes(`SUMMARY:${before}${summary}`));
  }
  const full = await file({ summary: "x".repeat(75 - "SUMMARY:".length) });
  assert.ok(!full.includes("\r\n "));
  const over = await file({ summary: "x".repeat(76 - "SUMMARY:".length + 73) });
  assert.equal(over.split("\r\n ").length, 2);
});

test("a reminder rings at nine in the morning of its day", async () => {
  const trigger = async (remind) => lines(await file({ remind })).find((l) => /^TRIGGER/.test(l));
  assert.equal(await trigger(20514), "TRIGGER:-PT15H");
  assert.equal(await trigger(20512), "TRIGGER:-PT63H");
  assert.equal(await trigger(null), undefined);
  const alarm = lines(await file({ remind: 20514, summary: "a,b" }));
  const from = alarm.indexOf("BEGIN:VALARM");
  assert.deepEqual(alarm.slice(from + 1, from + 5), [
    "ACTION:DISPLAY",
    "TRIGGER:-PT15H",
    "DESCRIPTION:a\\,b",
    "END:VALARM",
  ]);
});

test("an address stands there as it is, if there is one", async () => {
  const url = "http://intranet/a/index.html#step-b";
  assert.ok(lines(await file({ url })).includes(`URL:${url}`));
  assert.ok(!(await file({})).includes("URL:"));
  assert.equal((await file({}, {})).match(/BEGIN:VEVENT/g).length, 2);
});
