// The worker that Material's search box talks to; ours in the place of its own. It answers the same
// messages: 0 brings the index, 1 says that it is ready, 2 is a query, 3 its results.
//
// The scripts of this folder share one name, `handbookSearch`, made here in the worker's own scope:
// classic scripts cannot import each other, and neither can modules in the frame that stands for a
// worker in a folder. No page sees it.
(() => {
  "use strict";
  const search = {};
  self.handbookSearch = search;
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  const PARTS = 3; // parts of a page that are shown under it
  const MOST = 30; // pages
  const UNFOLDED = 0.6; // of the best part's score, what a part must have to be shown unfolded
  const EXCERPT = 90; // characters
  const LONGEST = 60; // characters of a query that are read: a pasted page must not hold us up
  // Scripts load at once in a worker, and one after the other in the frame that stands for it
  const loaded = Promise.resolve(
    importScripts("text.js", "spelling.js", "query.js", "matching.js", "answers.js", "rank.js"),
  );
  let book = null;

  self.addEventListener("message", ({ data }) => loaded.then(() => receive(data)));

  function receive({ type, data }) {
    if (type === SETUP) {
      book = setUp(data);
      self.postMessage({ type: READY });
    } else if (type === QUERY) {
      self.postMessage({
        type: RESULT,
        data: { items: book && data.trim() ? answer(data.trim().slice(0, LONGEST)) : [] },
      });
    }
  }

  function setUp({ docs, config }) {
    const knowledge = config.handbook;
    if (!knowledge) return null;
    const plain = search.plainWriter(knowledge.traditional);
    const matching = new search.Matching(docs, knowledge.lines, plain);
    const answers = new search.Answers(knowledge.answers, plain);
    const ranking = new search.Ranking(matching, answers, knowledge.weights);
    const reader = new search.Reader(knowledge, plain, (text) => matching.knows(text));
    return { docs, knowledge, plain, ranking, reader };
  }

  function answer(query) {
    const asked = book.reader.read(query);
    const groups = book.ranking.rank(asked).slice(0, MOST);
    if (!groups.length) return instead(query);
    const words = [
      ...new Set(
        asked.terms.flatMap(({ words, parts }) => [words, ...parts].flatMap((m) => [...m.keys()])),
      ),
    ];
    return groups.map((group, place) => item(group, words, place));
  }

  /** One page as Material prints it: its entry, and its parts; equal scores are shown unfolded. */
  function item(group, words, place) {
    const score = 1000 - place;
    const told = place === 0 && group.answer;
    let parts = group.entries.filter(({ number }) => number !== group.page);
    const top = group.entries[0];
    const first = told ? told.number : top.number;
    parts = [
      ...parts.filter(({ number }) => number === first),
      ...parts.filter(({ number }) => number !== first),
    ];
    parts = parts.slice(0, PARTS);
    const page = printed(group.page, words, score, first === group.page ? told : null);
    if (first === group.page)
      return [page, ...parts.map(({ number }) => printed(number, words, score - 0.5))];
    return [
      ...parts.map(({ number, score: own }, i) =>
        printed(
          number,
          words,
          own > top.score * UNFOLDED || i === 0 ? score : score - 0.5,
          i === 0 ? told : null,
        ),
      ),
      page,
    ];
  }

  /** An entry with its text put together, and as it is compared: made when it is first shown. */
  function whole(number) {
    const doc = book.docs[number];
    if (doc.text === undefined) {
      doc.text = doc.lines.map((line) => book.knowledge.lines[line]).join(" ");
      doc.plainText = book.plain(doc.text);
      doc.plainTitle = book.plain(doc.title);
    }
    return doc;
  }

  function printed(number, words, score, told) {
    const doc = whole(number);
    const { plain, knowledge } = book;
    let html;
    if (told) {
      const about = told.answer.about
        ? `<p class="hb-search-answer">${search.escape(told.answer.about)}</p>`
        : "";
      const { text } = told.answer;
      html = `${about}<p class="hb-search-answer">${search.mark(text, plain(text), words)}</p>`;
    } else {
      const { start, end } = search.cut(doc.text, doc.plainText, words, EXCERPT);
      html = search.mark(doc.text.slice(start, end), doc.plainText.slice(start, end), words);
      html = (start ? "…" : "") + html + (end < doc.text.length ? "…" : "");
    }
    let title = search.mark(doc.title, doc.plainTitle, words);
    const kind = knowledge.kinds[doc.kind];
    if (kind)
      title =
        `<span class="hb-search-name">${title}</span> ` +
        `<span class="hb-search-kind">${search.escape(kind)}</span>`;
    const there = words.filter(
      (word) => doc.plainTitle.includes(word) || doc.plainText.includes(word),
    );
    return {
      location: doc.location,
      title,
      text: html,
      score,
      terms: Object.fromEntries(there.map((word) => [word, true])),
    };
  }

  /** Nothing found: the nearest names, and where one may begin. */
  function instead(query) {
    const { docs, knowledge, plain, reader } = book;
    const names = docs.flatMap(({ kind, title, names = [] }, number) =>
      kind ? [title, ...names].map((word) => ({ word: plain(word), number })) : [],
    );
    const near = reader.spelling.nearest(plain(query), names, 8).map(({ number }) => number);
    const shown = [...new Set([...near, ...knowledge.entries])].slice(
      0,
      3 + knowledge.entries.length,
    );
    const said = near.length ? knowledge.say.none : knowledge.say.entries;
    return shown.map((number, place) => {
      const one = printed(number, [], 1000 - place);
      const text = search.escape(said.replace("{query}", () => query));
      if (place === 0) one.text = `<p class="hb-search-none">${text}</p>${one.text}`;
      return [one];
    });
  }
})();
