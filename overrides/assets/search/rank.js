// Pages with their parts, best first: what they are called counts more than what they mention.
(() => {
  "use strict";
  const search = self.handbookSearch;
  const AGAIN = 0.2; // what a page gains by another part about the same
  const COMMON = 0.3; // what a page loses if all of its kind have all words, and none is named
  const BEST = 0.6; // how much of a page's score is its best part's, the rest all parts' together
  const HEADED = 1.5; // what a part gains whose heading is the whole query
  const FEW = 3; // so few pages of a kind are never common
  const HALF = 0.5; // a score above this covers its term in full
  // What a page gains for a name that is the whole query, has it inside, or stands in it
  const TITLE = { is: 5.5, has: 1.2, part: 2, more: 0.3 };
  const OTHER = { is: 3, has: 0.4, part: 2, more: 0 };
  const LEAST = 0.08; // of the best page's score, what a page must have to be shown

  search.Ranking = class {
    constructor(matching, answers, weights) {
      this.matching = matching;
      this.entries = matching.entries;
      this.answers = answers;
      this.weights = weights;
      this.sizes = new Map(); // kind → pages
      for (const { kind } of this.entries)
        if (kind) this.sizes.set(kind, (this.sizes.get(kind) || 0) + 1);
    }

    /** Pages with entries, best first: [{page, score, entries: [{number, score}], answer}]. */
    rank({ terms, asks, name }) {
      const scored = terms
        .map((term) => this.matching.weighed(term))
        .filter(({ rarity }) => rarity > 0);
      if (!scored.length) return [];
      const told = this.answers.of(terms, asks);
      const groups = this.gather(scored, told, name);
      const spread = this.spread(groups, scored.length);
      for (const group of groups) {
        const page = this.entries[group.page];
        const kind = this.weights[page.kind] || this.weights.page;
        const common = this.isNamed(page, terms) ? 0 : COMMON * (spread.get(page.kind) || 0);
        const together = joined(scored, (_, i) => group.best[i][0] + AGAIN * group.best[i][1]);
        group.entries.sort((a, b) => b.score - a.score);
        const own =
          BEST * group.entries[0].score + (1 - BEST) * together + titled(page.names, name);
        group.score = kind * (1 - common) * own;
        for (const { number } of group.entries)
          if (number !== group.page) group.score += titled(this.entries[number].names, name);
        group.answer = this.answerOf(told, group);
      }
      groups.sort((a, b) => b.score - a.score);
      return groups.filter(({ score }) => score > groups[0].score * LEAST);
    }

    /** Entries that have any term, by page; `best`: each term's two highest scores on the page. */
    gather(scored, told, name) {
      const pages = new Map();
      for (const number of new Set(scored.flatMap(({ scores }) => [...scores.keys()]))) {
        const entry = this.entries[number];
        let score = joined(scored, ({ scores }) => scores.get(number) || 0);
        if (entry.head === name) score += HEADED * entry.worth;
        score += told.get(number)?.score || 0;
        const group = pages.get(entry.page) || { page: entry.page, entries: [], best: [] };
        pages.set(entry.page, group);
        group.entries.push({ number, score });
        scored.forEach(({ scores }, i) => {
          const own = scores.get(number) || 0;
          const [most, next] = group.best[i] || [0, 0];
          group.best[i] = own > most ? [own, most] : [most, Math.max(own, next)];
        });
      }
      return [...pages.values()];
    }

    /** Kind → the share of its pages that have all terms; what most say is no reason for one. */
    spread(groups, terms) {
      const full = new Map();
      for (const { page, best } of groups) {
        const { kind } = this.entries[page];
        const all = best.length === terms && best.every(([most]) => most > 0);
        if (all && this.sizes.get(kind) > FEW)
          full.set(kind, (full.get(kind) || 0) + 1 / this.sizes.get(kind));
      }
      return full;
    }

    isNamed({ names }, terms) {
      return terms.some(({ words }) =>
        [...words.keys()].some((word) => names.some((name) => name.includes(word))),
      );
    }

    answerOf(told, group) {
      let best = null;
      for (const { number } of group.entries) {
        const one = told.get(number);
        const surer = best?.doubtful && !one?.doubtful && one?.match === best.match;
        if (one && (!best || one.match > best.match || surer)) best = { ...one, number };
      }
      return best?.doubtful ? null : best;
    }
  };

  /** The terms' scores as one: weighed by how rare each is, little if some are missing. */
  function joined(scored, read) {
    let [score, covered, all] = [0, 0, 0];
    scored.forEach((term, i) => {
      const own = read(term, i);
      all += term.rarity;
      if (own > 0) covered += term.rarity * Math.min(1, HALF + own);
      score += term.rarity * own;
    });
    return (score / all) * (covered / all) ** 2;
  }

  /** How much of a whole query a page's names cover, the title a little before the others. */
  function titled(names, query) {
    let best = 0;
    if (query.length < 2) return best;
    names.forEach((name, i) => {
      const share = Math.min(name.length, query.length) / Math.max(name.length, query.length);
      const gain = i === 0 ? TITLE : OTHER;
      if (name === query) best = Math.max(best, gain.is);
      else if (name.length > 1 && query.includes(name))
        best = Math.max(best, gain.part * share + gain.more);
      else if (name.includes(query)) best = Math.max(best, gain.has * share);
    });
    return best;
  }
})();
