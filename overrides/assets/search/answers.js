// Sentences that answer a question, and the one that answers this one.
(() => {
  "use strict";
  const search = self.handbookSearch;
  const NAMED = 0.25; // for an answer by a value whose own name the query has
  const ASKED = 0.5; // how much of a question an answer must be about
  const UNASKED = 0.85; // and of a query that asks nothing
  const APART = 0.9; // words of a term apart, of what the term itself would count
  const BREATH = 2; // characters that may stand between words said in one breath
  const OWN = 0.6; // how much of a value's name such a query must have
  const GAIN = 1.2; // what an entry gains that answers the question

  search.Answers = class {
    constructor(list, plain) {
      this.list = list.map(([number, asks, text, about, names]) => ({
        number,
        asks,
        text,
        about,
        plain: plain(`${text} ${about}`),
        sentence: plain(text),
        names: names.map(plain),
      }));
    }

    /** Entry → the sentence in it that answers best, if the query asks for one. */
    of(terms, asks) {
      const told = new Map();
      const asked = this.list.filter(
        ({ asks: own }) => !asks.size || own.some((kind) => asks.has(kind)),
      );
      // If a sentence says the terms in one breath ("晋升客服主管"), others turn their sense round
      const whole = asked.filter(({ sentence }) => saidAtOnce(sentence, terms));
      for (const answer of whole.length ? whole : asked) {
        let match = 0;
        for (const { words, parts } of terms) {
          const of = (map) =>
            Math.max(0, ...[...map].map(([w, weight]) => (answer.plain.includes(w) ? weight : 0)));
          const by = parts.length
            ? (parts.reduce((s, p) => s + of(p), 0) / parts.length) * APART
            : 0;
          match += Math.max(of(words), by);
        }
        match /= terms.length || 1;
        const named = terms.some(({ words }) =>
          [...words.keys()].some((w) => answer.names.some((name) => name.includes(w))),
        );
        if (!asks.size && !answer.names.some((name) => covered(name, terms) >= OWN)) continue;
        const score = match + (named ? NAMED : 0);
        if (match < (asks.size ? ASKED : UNASKED)) continue;
        const best = told.get(answer.number);
        if (score > (best?.match || 0))
          told.set(answer.number, { match: score, score: asks.size ? GAIN * score : 0, answer });
        // Two that fit as well and say different things: neither is shown as the answer
        else if (score === best.match && says(answer) !== says(best.answer)) best.doubtful = true;
      }
      return told;
    }
  };

  function says({ about, text }) {
    return about || text;
  }

  /** The share of a name that the terms' words have. */
  function covered(name, terms) {
    let length = 0;
    for (const { words } of terms)
      length += Math.max(
        0,
        ...[...words.keys()].map((word) => (name.includes(word) ? word.length : 0)),
      );
    return length / name.length;
  }

  /** Whether a sentence has the terms' words right after one another, in the order of the query. */
  function saidAtOnce(sentence, terms) {
    if (terms.length < 2) return false;
    let starts = new Set(Array(sentence.length).keys());
    for (const { words } of terms) {
      const next = new Set();
      for (const at of starts)
        for (const word of words.keys())
          if (sentence.startsWith(word, at))
            for (let gap = 0; gap <= BREATH; gap += 1) next.add(at + word.length + gap);
      starts = next;
    }
    return starts.size > 0;
  }
})();
