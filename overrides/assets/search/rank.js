// Pages and their parts, ranked: what they are called counts more than what they mention.
(() => {
  "use strict";
  const search = (self.handbookSearch = self.handbookSearch || {});
  const CALLED = 3; // a heading, or a page's name on its own entry
  const OF_PAGE = 2.2; // the name of the page that a part belongs to
  const MENTIONED = 0.7; // in the text
  const COMMONPLACE = 0.6; // a word for all pages of the kind, of what a name would count
  const FRAGMENT = 0.5; // a part of another name of a page, of what a part of its title counts
  const AGAIN = 0.2; // what a page gains by another part about the same
  const COMMON = 0.3; // what a page loses if all of its kind have all words, and none is named
  const USUAL = 600; // characters of a text, about
  const [TEXT, TITLE, NAME, HEAD, KEY, GENERAL] = [0, 1, 2, 3, 4, 5]; // what a text is for an entry

  search.Ranking = class {
    constructor(docs, knowledge, plain) {
      this.plain = plain;
      this.weights = knowledge.weights;
      this.cache = new Map();
      this.strings = new Map(); // text → the places where it stands: [entry, what it is there]
      const pages = new Map();
      const lines = knowledge.lines.map(plain);
      this.entries = docs.map((doc, number) => {
        const [location, anchor] = doc.location.split("#");
        if (!anchor) pages.set(location, number);
        const title = plain(doc.title).replace(/^第[一二三四五六七八九十百]+章\s*|^\d+\.\s*/, "");
        const names = (doc.names || []).map(plain);
        const entry = {
          number, location, kind: doc.kind,
          names: anchor ? names : [title, ...names],
          head: anchor ? title : "",
          mention: MENTIONED * (doc.mention || 1),
          length: 0,
        };
        const stands = (text, as) => {
          if (!this.strings.has(text)) this.strings.set(text, []);
          this.strings.get(text).push([number, as]);
        };
        doc.lines.forEach((line) => {
          stands(lines[line], TEXT);
          entry.length += lines[line].length;
        });
        entry.names.forEach((name, i) => stands(name, !anchor && i === 0 ? TITLE : NAME));
        if (anchor) stands(title, HEAD);
        (doc.keys || []).forEach((key) => stands(plain(key), anchor ? KEY : GENERAL));
        return entry;
      });
      for (const entry of this.entries) {
        entry.page = pages.get(entry.location);
        if (entry.page === undefined) entry.page = entry.number;
      }
      this.sizes = new Map();
      for (const { kind } of this.entries) if (kind) this.sizes.set(kind, (this.sizes.get(kind) || 0) + 1);
      this.answers = knowledge.answers.map(([number, asks, text, about]) => ({
        number, asks, text, about, plain: plain(`${text} ${about}`), names: plain(about),
      }));
      this.learn();
    }

    /** Which texts have which pairs of characters, and what a heading is worth that many have. */
    learn() {
      this.texts = [...this.strings].map(([text, places]) => {
        const worth = (as) => 1 / (1 + 0.5 * Math.log2(places.filter(([, other]) => other === as).length || 1));
        return { text, places, head: worth(HEAD), key: worth(KEY) };
      });
      this.grams = new Map();
      this.texts.forEach(({ text }, at) => {
        for (let i = 0; i < text.length - 1; i += 1) {
          const key = text.charCodeAt(i) * 65536 + text.charCodeAt(i + 1);
          const seen = this.grams.get(key);
          if (!seen) this.grams.set(key, [at]);
          else if (seen[seen.length - 1] !== at) seen.push(at);
        }
      });
      for (const entry of this.entries) entry.worth = entry.head ? this.worthOf(entry.head) : 0;
    }

    worthOf(head) {
      const places = this.strings.get(head).filter(([, as]) => as === HEAD);
      return 1 / (1 + 0.5 * Math.log2(places.length));
    }

    /** Texts that may have the word: those with its rarest pair of characters. */
    candidates(word) {
      if (word.length < 2) return this.texts;
      let rarest = null;
      for (let i = 0; i < word.length - 1; i += 1) {
        const seen = this.grams.get(word.charCodeAt(i) * 65536 + word.charCodeAt(i + 1));
        if (!seen) return [];
        if (!rarest || seen.length < rarest.length) rarest = seen;
      }
      return rarest.map((at) => this.texts[at]);
    }

    knows(text) {
      return this.matches(text).size > 0;
    }

    /** Entry → how much it is about the word, leaving aside the name of its page. */
    matches(word) {
      const known = this.cache.get(word);
      if (known) return known;
      const seen = new Map(); // entry → how often in its text, how much called so, how much named so
      for (const { text, places, head, key } of this.candidates(word)) {
        const times = count(text, word);
        if (!times) continue;
        const like = likeness(text, word);
        for (const [number, as] of places) {
          const one = seen.get(number) || seen.set(number, { times: 0, called: 0, name: 0 }).get(number);
          if (as === TEXT) one.times += times;
          else if (as === TITLE) one.name = Math.max(one.name, like);
          else if (as === NAME) one.name = Math.max(one.name, like === 1 ? 1 : FRAGMENT * like);
          else one.called = Math.max(one.called, like * (as === HEAD ? head : as === KEY ? key : COMMONPLACE * key));
        }
      }
      const found = new Map();
      for (const [number, { times, called, name }] of seen) {
        const { length, mention } = this.entries[number];
        const rare = 1.4 * (0.9 + (0.1 * length) / USUAL);
        const score = CALLED * Math.max(called, name) + mention * (times / (times + rare));
        found.set(number, { score, name });
      }
      this.cache.set(word, found);
      return found;
    }

    /** Entry → score of one term, by the best of its words; parts of pages inherit its name. */
    term(words) {
      const scores = new Map();
      const raise = (number, score) => {
        if (score > (scores.get(number) || 0)) scores.set(number, score);
      };
      const pages = new Map();
      for (const [word, weight] of words)
        for (const [number, { score, name }] of this.matches(word)) {
          raise(number, weight * score);
          if (name) pages.set(number, Math.max(pages.get(number) || 0, weight * name));
        }
      if (pages.size)
        for (const { number, page } of this.entries)
          if (page !== number && pages.has(page))
            scores.set(number, OF_PAGE * pages.get(page) + 0.3 * (scores.get(number) || 0));
      return scores;
    }

    /** Pages with their entries, best first: [{page, score, entries: [{number, score}]}]. */
    rank({ terms, asks, name }) {
      const scored = terms.map((term) => this.weighed(term)).filter(({ rarity }) => rarity > 0);
      if (!scored.length) return [];
      const all = scored.reduce((sum, { rarity }) => sum + rarity, 0);
      const lost = terms.length - scored.length;
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
      const told = this.answering(terms, asks);
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
      return ranked.filter(({ score }) => score > ranked[0].score * 0.08).map((g) => ({ ...g, lost }));
    }

    isNamed({ names }, terms) {
      return terms.some(({ words }) => [...words.keys()].some((word) => names.some((name) => name.includes(word))));
    }

    weighed({ words, parts }) {
      const scores = this.term(words);
      if (parts.length > 1) {
        const each = parts.map((part) => this.term(part));
        for (const { number } of this.entries) {
          const sum = each.reduce((s, one) => s + (one.get(number) || 0), 0) / each.length;
          const all = each.every((one) => one.get(number));
          const score = sum * (all ? 0.75 : 0.3);
          if (score > (scores.get(number) || 0)) scores.set(number, score);
        }
      }
      const rarity = scores.size ? Math.log(1 + this.entries.length / scores.size) : 0;
      return { scores, rarity };
    }

    /** Entry → the sentence in it that answers best, if the query asks for one. */
    answering(terms, asks) {
      const told = new Map();
      for (const answer of this.answers) {
        const fits = answer.asks.some((kind) => asks.has(kind));
        if (asks.size && !fits) continue;
        let match = 0;
        for (const { words, parts } of terms) {
          const of = (map) => Math.max(0, ...[...map].map(([w, weight]) => (answer.plain.includes(w) ? weight : 0)));
          const by = parts.length ? (parts.reduce((s, p) => s + of(p), 0) / parts.length) * 0.9 : 0;
          match += Math.max(of(words), by);
        }
        match /= terms.length || 1;
        const named = terms.some(({ words }) => [...words.keys()].some((w) => answer.names.includes(w)));
        const score = match + (named ? 0.25 : 0);
        if (match < (asks.size ? 0.5 : 0.85)) continue;
        if (score > (told.get(answer.number)?.match || 0))
          told.set(answer.number, { match: score, score: asks.size ? 1.2 * score : 0, answer });
      }
      return told;
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

  /** 1 for a name that is the word, less for one that has it inside. */
  function likeness(name, word) {
    if (name === word) return 1;
    return name.includes(word) ? 0.15 + 0.75 * Math.sqrt(word.length / name.length) : 0;
  }

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

  function count(text, word) {
    let times = 0;
    for (let at = text.indexOf(word); at >= 0 && times < 8; at = text.indexOf(word, at + word.length)) times += 1;
    return times;
  }
})();
