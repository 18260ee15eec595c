// Dates as a calendar file (RFC 5545): whole days, a reminder if wanted; nothing is sent.
(() => {
  "use strict";
  const encoder = new TextEncoder();
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");

  // No line is longer than 75 octets; the rest follows after a space, no character is cut.
  const fold = (line) => {
    const lines = [""];
    let room = 75;
    for (const character of line) {
      const size = encoder.encode(character).length;
      if (size > room) {
        lines.push(" ");
        room = 74;
      }
      lines[lines.length - 1] += character;
      room -= size;
    }
    return lines.join("\r\n");
  };

  // Hours from nine o'clock of the day of the reminder to the beginning of the event's own day
  const alarm = ({ day, remind, summary }) =>
    remind === null
      ? []
      : [
          "BEGIN:VALARM",
          "ACTION:DISPLAY",
          `TRIGGER:-PT${(day - remind) * 24 - 9}H`,
          `DESCRIPTION:${escaped(summary)}`,
          "END:VALARM",
        ];

  // Events have day and remind (numbers of days), summary, description, uid, url; format(day)
  // gives an ISO date.
  const calendar = (events, format) => {
    const compact = (day) => format(day).replaceAll("-", "");
    const stamp = `${new Date().toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
    return [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//handbook//my dates//ZH",
      "CALSCALE:GREGORIAN",
      ...events.flatMap((event) => [
        "BEGIN:VEVENT",
        `UID:${event.uid}@handbook`,
        `DTSTAMP:${stamp}`,
        `DTSTART;VALUE=DATE:${compact(event.day)}`,
        `DTEND;VALUE=DATE:${compact(event.day + 1)}`,
        `SUMMARY:${escaped(event.summary)}`,
        ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
        ...(event.url ? [`URL:${event.url}`] : []),
        "TRANSP:TRANSPARENT",
        ...alarm(event),
        "END:VEVENT",
      ]),
      "END:VCALENDAR",
      "",
    ]
      .map(fold)
      .join("\r\n");
  };

  handbook.feature("ics", (button) => ({
    save: (events, format) =>
      handbook.save(`${button.dataset.file}.ics`, "text/calendar", calendar(events, format)),
  }));
})();
