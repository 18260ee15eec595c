// Pages with their parts, best first: what they are called counts more than what they mention.
(() => {
  "use strict";
  const search = (self.handbookSearch = self.handbookSearch || {});
  const AGAIN = 0.2; // what a page gains by another part about the same
  const COMMON = 0.3; // what a page loses if all of its kind have all words, and none is named
  const LEAST = 0.08; // of the best page's score, what a page must have to be shown

  search.Ranking = class {
    constructor(matching, answers, weights) {
      this.matching = matching;
      this.entries = matching.entries;
      this.answers = answers;
      this.weights = weights;
      this.sizes = new Map(); // kind → pages
      for (const { kind } of this.entries) if (kind) this.sizes.set(kind, (this.sizes.get(kind) || 0) + 1);
    }

    /** Pages with their entries, best first: [{page, score, entries: [{number, score}]}]. */
    rank({ terms, asks, name }) {
      const scored = terms.map((term) => this.matching.weighed(term)).filter(({ rarity }) => rarity > 0);
      if (!scored.length) return [];
      const all = scored.reduce((sum, { rarity }) => sum + rarity, 0);
      const total = (read) => {
        let score = 0;
        let covered = 0;
        scored.forEach(({ rarity, scores }, i) => {
          const own = read(scores, i);
          if (own > 0) covered += rarity * Math.min(1, 0.5 + own);
          score += rarity * own;
        });
        return (score / all) * (covered / all) ** 2;
      };
      const told = this.answers.of(terms, asks);
      const pages = new Map();
      for (const number of new Set(scored.flatMap(({ scores }) => [...scores.keys()]))) {
        const entry = this.entries[number];
        let score = total((scores) => scores.get(number) || 0);
        if (entry.head === name) score += 1.5 * entry.worth;
        score += told.get(entry.number)?.score || 0;
        const group = pages.get(entry.page) || { page: entry.page, entries: [], best: [] };
        pages.set(entry.page, group);
        group.entries.push({ number: entry.number, score });
        scored.forEach(({ scores }, i) => {
          const own = scores.get(entry.number) || 0;
          const [most, next] = group.best[i] || [0, 0];
          group.best[i] = own > most ? [own, most] : [most, Math.max(own, next)];
        });
      }
      // What most pages of a kind say is no reason to show one of them
      const kinds = new Map();
      for (const { page, best } of pages.values()) {
        const full = scored.every((_, i) => best[i][0] > 0);
        const kind = this.entries[page].kind;
        if (full) kinds.set(kind, (kinds.get(kind) || 0) + 1);
      }
      const usual = ({ kind }) => (this.sizes.get(kind) > 3 ? 1 - COMMON * ((kinds.get(kind) || 0) / this.sizes.get(kind)) : 1);
      for (const group of pages.values()) {
        const page = this.entries[group.page];
        group.entries.sort((a, b) => b.score - a.score);
        const together = total((_, i) => group.best[i][0] + AGAIN * group.best[i][1]);
        const weight = (this.weights[page.kind] || this.weights.page) * (this.isNamed(page, terms) ? 1 : usual(page));
        group.score = weight * (0.6 * group.entries[0].score + 0.4 * together + titled(page.names, name));
        for (const { number } of group.entries)
          if (number !== group.page) group.score += titled(this.entries[number].names, name);
        group.answer = this.answerOf(told, group);
      }
      const ranked = [...pages.values()].sort((a, b) => b.score - a.score);
      return ranked.filter(({ score }) => score > ranked[0].score * LEAST);
    }

    isNamed({ names }, terms) {
      return terms.some(({ words }) => [...words.keys()].some((word) => names.some((name) => name.includes(word))));
    }

    answerOf(told, group) {
      let best = null;
      for (const { number } of group.entries) {
        const one = told.get(number);
        if (one && (!best || one.match > best.match)) best = { ...one, number };
      }
      return best;
    }
  };

  /** How much of a whole query a page's names cover, the title a little before the others. */
  function titled(names, query) {
    let best = 0;
    if (query.length < 2) return best;
    names.forEach((name, i) => {
      const share = Math.min(name.length, query.length) / Math.max(name.length, query.length);
      const title = i === 0;
      if (name === query) best = Math.max(best, title ? 5.5 : 3);
      else if (name.length > 1 && query.includes(name)) best = Math.max(best, 2 * share + (title ? 0.3 : 0));
      else if (name.includes(query)) best = Math.max(best, (title ? 1.2 : 0.4) * share);
    });
    return best;
  }
})();
