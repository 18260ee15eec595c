// Sentences that answer a question, and the one that answers this one.
(() => {
  "use strict";
  const search = (self.handbookSearch = self.handbookSearch || {});
  const NAMED = 0.25; // for an answer by a value whose own name the query has
  const ASKED = 0.5; // how much of a question an answer must be about
  const UNASKED = 0.85; // and of a query that asks nothing
  const APART = 0.9; // words of a term apart, of what the term itself would count
  const GAIN = 1.2; // what an entry gains that answers the question

  search.Answers = class {
    constructor(list, plain) {
      this.list = list.map(([number, asks, text, about]) => ({
        number, asks, text, about, plain: plain(`${text} ${about}`), names: plain(about),
      }));
    }

    /** Entry → the sentence in it that answers best, if the query asks for one. */
    of(terms, asks) {
      const told = new Map();
      for (const answer of this.list) {
        const fits = answer.asks.some((kind) => asks.has(kind));
        if (asks.size && !fits) continue;
        let match = 0;
        for (const { words, parts } of terms) {
          const of = (map) => Math.max(0, ...[...map].map(([w, weight]) => (answer.plain.includes(w) ? weight : 0)));
          const by = parts.length ? (parts.reduce((s, p) => s + of(p), 0) / parts.length) * APART : 0;
          match += Math.max(of(words), by);
        }
        match /= terms.length || 1;
        const named = terms.some(({ words }) => [...words.keys()].some((w) => answer.names.includes(w)));
        const score = match + (named ? NAMED : 0);
        if (match < (asks.size ? ASKED : UNASKED)) continue;
        if (score > (told.get(answer.number)?.match || 0))
          told.set(answer.number, { match: score, score: asks.size ? GAIN * score : 0, answer });
      }
      return told;
    }
  };
})();
