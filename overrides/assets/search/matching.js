// Which entries are about a word, and how much. Every text is looked at once, however many pages
// have it.
(() => {
  "use strict";
  const search = self.handbookSearch;
  const CALLED = 3; // a heading, or a page's name on its own entry
  const OF_PAGE = 2.2; // the name of the page that a part belongs to
  const MENTIONED = 0.7; // in the text
  const COMMONPLACE = 0.6; // a word for all pages of the kind, of what a name would count
  const FRAGMENT = 0.5; // a part of another name of a page, of what a part of its title counts
  const USUAL = 600; // characters of a text, about
  const HALF = 1.4; // mentions that count half of what very many do
  const INHERITED = 0.3; // of what a part says itself, beside the name of its page
  const SPLIT = 0.75; // words of a term apart, of what the term itself would count
  const LACKING = 0.3; // and where some of them are missing
  const ENOUGH = 8; // mentions in one line; more say nothing new
  const [TEXT, TITLE, NAME, HEAD, KEY, GENERAL] = [0, 1, 2, 3, 4, 5]; // what a text is for an entry

  search.Matching = class {
    /** `texts` are the lines that the entries' numbers mean. */
    constructor(docs, texts, plain) {
      this.cache = new Map();
      this.strings = new Map(); // text → the places where it stands: [entry, what it is there]
      const pages = new Map();
      const lines = texts.map(plain);
      this.entries = docs.map((doc, number) => {
        const [location, anchor] = doc.location.split("#");
        if (!anchor) pages.set(location, number);
        const title = plain(doc.heading || doc.title);
        const names = (doc.names || []).map(plain);
        const entry = {
          number,
          location,
          kind: doc.kind,
          names: anchor ? names : [title, ...names],
          head: anchor ? title : "",
          mention: MENTIONED * (doc.mention || 1),
          length: 0,
        };
        const stands = (text, as) => {
          if (!this.strings.has(text)) this.strings.set(text, []);
          this.strings.get(text).push([number, as]);
        };
        for (const line of doc.lines) {
          stands(lines[line], TEXT);
          entry.length += lines[line].length;
        }
        entry.names.forEach((name, i) => {
          stands(name, !anchor && i === 0 ? TITLE : NAME);
        });
        if (anchor) stands(title, HEAD);
        for (const key of doc.keys || []) stands(plain(key), anchor ? KEY : GENERAL);
        return entry;
      });
      for (const entry of this.entries) {
        entry.page = pages.get(entry.location);
        if (entry.page === undefined) entry.page = entry.number;
      }
      this.learn();
    }

    /** Which texts have which pairs of characters, and what a heading is worth that many have. */
    learn() {
      this.texts = [...this.strings].map(([text, places]) => ({
        text,
        places,
        head: worth(places, HEAD),
        key: worth(places, KEY),
        general: COMMONPLACE * worth(places, GENERAL),
      }));
      this.grams = new Map();
      this.texts.forEach(({ text }, at) => {
        for (let i = 0; i < text.length - 1; i += 1) {
          const key = text.charCodeAt(i) * 65536 + text.charCodeAt(i + 1);
          const seen = this.grams.get(key);
          if (!seen) this.grams.set(key, [at]);
          else if (seen[seen.length - 1] !== at) seen.push(at);
        }
      });
      for (const entry of this.entries)
        entry.worth = entry.head ? worth(this.strings.get(entry.head), HEAD) : 0;
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
      // Entry → how often in its text, how much called so, how much named so
      const seen = new Map();
      for (const { text, places, head, key, general } of this.candidates(word)) {
        const times = count(text, word);
        if (!times) continue;
        const like = likeness(text, word);
        for (const [number, as] of places) {
          const one =
            seen.get(number) || seen.set(number, { times: 0, called: 0, name: 0 }).get(number);
          if (as === TEXT) one.times += times;
          else if (as === TITLE) one.name = Math.max(one.name, like);
          else if (as === NAME) one.name = Math.max(one.name, like === 1 ? 1 : FRAGMENT * like);
          else
            one.called = Math.max(
              one.called,
              like * (as === HEAD ? head : as === KEY ? key : general),
            );
        }
      }
      const found = new Map();
      for (const [number, { times, called, name }] of seen) {
        const { length, mention } = this.entries[number];
        const half = HALF * (0.9 + (0.1 * length) / USUAL);
        const score = CALLED * Math.max(called, name) + mention * (times / (times + half));
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
            scores.set(number, OF_PAGE * pages.get(page) + INHERITED * (scores.get(number) || 0));
      return scores;
    }

    /** A term's scores, and how rare it is: what most entries have tells them apart the least. */
    weighed({ words, parts }) {
      const scores = this.term(words);
      if (parts.length > 1) {
        const each = parts.map((part) => this.term(part));
        for (const { number } of this.entries) {
          const sum = each.reduce((s, one) => s + (one.get(number) || 0), 0) / each.length;
          const all = each.every((one) => one.get(number));
          const score = sum * (all ? SPLIT : LACKING);
          if (score > (scores.get(number) || 0)) scores.set(number, score);
        }
      }
      const rarity = scores.size ? Math.log(1 + this.entries.length / scores.size) : 0;
      return { scores, rarity };
    }
  };

  /** 1 for a text that stands at one place as what `as` says; less, the more have it. */
  function worth(places, as) {
    const many = places.filter(([, other]) => other === as).length;
    return 1 / (1 + 0.5 * Math.log2(many || 1));
  }

  /** 1 for a name that is the word, less for one that has it inside. */
  function likeness(name, word) {
    if (name === word) return 1;
    return name.includes(word) ? 0.15 + 0.75 * Math.sqrt(word.length / name.length) : 0;
  }

  function count(text, word) {
    let times = 0;
    for (
      let at = text.indexOf(word);
      at >= 0 && times < ENOUGH;
      at = text.indexOf(word, at + word.length)
    )
      times += 1;
    return times;
  }
})();
