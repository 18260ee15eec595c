// Characters: how a text is compared, marked and cut. No position moves when a text is made plain.
(() => {
  "use strict";
  const search = self.handbookSearch;

  /** A function that writes text as it is compared: lower case, half width, simplified. */
  search.plainWriter = (pairs) => {
    const simple = new Map();
    for (let i = 0; i + 1 < pairs.length; i += 2) simple.set(pairs[i], pairs[i + 1]);
    const narrow = (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0);
    return (text) =>
      text
        .replace(/[\uff01-\uff5e]/g, narrow)
        .replace(/[A-Z]/g, (c) => c.toLowerCase())
        .replace(/[\u3400-\u9fff]/g, (c) => simple.get(c) || c);
  };

  /** The only way of text into HTML. */
  search.escape = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

  /** `text` as HTML with the words marked; `plain` is the same text as it is compared. */
  search.mark = (text, plain, words) => {
    const marked = new Uint8Array(text.length);
    for (const word of words)
      for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length))
        marked.fill(1, at, at + word.length);
    let html = "";
    for (let start = 0; start < text.length; ) {
      let end = start + 1;
      while (end < text.length && marked[end] === marked[start]) end += 1;
      const part = search.escape(text.slice(start, end));
      html += marked[start] ? `<mark>${part}</mark>` : part;
      start = end;
    }
    return html;
  };

  /** The part of a text around most of the words, about `length` characters, from a sentence on. */
  search.cut = (text, plain, words, length) => {
    let best = 0;
    let most = -1;
    const places = words.map((word) => plain.indexOf(word)).filter((at) => at >= 0);
    for (const from of [0, ...places]) {
      const window = plain.slice(from, from + length);
      const score = words.reduce((sum, w) => sum + (window.includes(w) ? w.length : 0), 0);
      if (score > most) [most, best] = [score, from];
    }
    const before = plain.slice(Math.max(0, best - 30), best).search(/[^。；！？\s]*$/);
    const start = best <= 30 ? 0 : best - 30 + Math.max(0, before);
    const end = Math.min(text.length, start + length);
    return { start, end };
  };
})();
