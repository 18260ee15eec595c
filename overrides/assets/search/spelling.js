// Words by their pinyin, their initials, and by what is one slip away from them.
(() => {
  "use strict";
  const search = self.handbookSearch;

  const LONGEST = 40; // letters of a word's pinyin, about
  const ALIKE = 0.45; // share of pairs of letters from which on a name is proposed
  const SHARED = 0.3; // what a name gains that has one of the characters

  // What many people do not tell apart, or type as one: zh/z, ch/c, sh/s, -ng/-n, l/n, lü as lv
  const blur = (syllable) =>
    syllable
      .replace(/^(z|c|s)h/, "$1")
      .replace(/ng$/, "n")
      .replace(/^l/, "n");

  search.Spelling = class {
    constructor({ syllables, exceptions }) {
      this.readings = new Map();
      for (const [syllable, characters] of Object.entries(syllables))
        for (const character of characters) this.readings.set(character, syllable);
      this.exceptions = new Map(Object.entries(exceptions));
      this.full = new Map();
      this.blurred = new Map();
      this.initials = new Map();
      this.words = [];
    }

    /** The syllables of a word; other characters stand for themselves. */
    read(word) {
      const known = this.exceptions.get(word);
      if (known) return known.split(" ");
      return [...word].map((c) => this.readings.get(c) || c);
    }

    add(word, level) {
      if (!/^[\u3400-\u9fff]{2,}$/.test(word)) return;
      const read = this.read(word);
      const put = (map, key) => (map.get(key) || map.set(key, []).get(key)).push({ word, level });
      put(this.full, read.join(""));
      put(this.blurred, read.map(blur).join(" "));
      put(this.initials, read.map((s) => s[0]).join(""));
      this.words.push({ word, level });
    }

    /** Han words that letters may stand for, best first: [[word…]…], one list per word meant. */
    fromLetters(letters) {
      const spelt = this.spelt(letters, 1);
      if (spelt) return spelt;
      if (letters.length < 3) return null;
      const begun = [];
      for (const [key, words] of this.full) if (key.startsWith(letters)) begun.push(...words);
      const better = begun.filter(({ level }) => level > 1);
      if (begun.length) return [better.length ? better : begun];
      if (letters.length < 5) return null;
      const near = [];
      for (const [key, words] of this.full)
        if (Math.abs(key.length - letters.length) < 2 && oneSlip(letters, key)) near.push(...words);
      return near.length ? [near] : null;
    }

    /** The words that letters spell in full, else those above a level that begin with them. */
    spelt(letters, above) {
      const whole = this.full.get(letters);
      const parts = whole ? [whole] : this.split(letters);
      if (parts) return parts;
      const short = (this.initials.get(letters) || []).filter(({ level }) => level > above);
      return short.length ? [short] : null;
    }

    /** Letters as a row of words' pinyin, as few words as possible. */
    split(letters) {
      const best = [{ cost: 0 }];
      for (let end = 1; end <= letters.length; end += 1)
        for (let start = Math.max(0, end - LONGEST); start < end; start += 1) {
          const words = best[start] && this.full.get(letters.slice(start, end));
          if (!words) continue;
          const cost = best[start].cost + 1;
          if (!best[end] || cost < best[end].cost) best[end] = { cost, start, words };
        }
      const parts = [];
      for (let at = letters.length; at > 0; at = best[at].start) {
        if (!best[at]) return null;
        parts.unshift(best[at].words);
      }
      return parts;
    }

    /** Words that sound like `wrong`, else those one slip away; unless `any` slip counts, those
     * that have one character more. */
    meant(wrong, any) {
      const read = this.read(wrong);
      const same = (words) => words.filter(({ word }) => word.length === wrong.length);
      const sound = same(this.full.get(read.join("")) || []);
      if (sound.length) return sound;
      const alike = this.blurred.get(read.map(blur).join(" "));
      if (alike) return alike;
      if (wrong.length < 3) return [];
      const long = (word) => word.length > (any ? 2 : wrong.length);
      return this.words.filter(({ word }) => long(word) && oneSlip(wrong, word));
    }

    /** Names that look or sound most like `text`. */
    nearest(text, names, most) {
      const pairs = (s) => new Set([...s].map((c, i) => c + (s[i + 1] || "")));
      const mine = pairs(this.read(text).join(""));
      const alike = (name) => {
        const own = pairs(this.read(name).join(""));
        const shared = [...own].filter((pair) => mine.has(pair)).length;
        return (
          (2 * shared) / (own.size + mine.size) +
          ([...text].some((c) => /[\u3400-\u9fff]/.test(c) && name.includes(c)) ? SHARED : 0)
        );
      };
      return names
        .map((name) => ({ name, score: alike(name.word) }))
        .filter(({ score }) => score > ALIKE)
        .sort((a, b) => b.score - a.score)
        .slice(0, most)
        .map(({ name }) => name);
    }
  };

  /** Whether one changed, missing, added or exchanged character makes `a` into `b`. */
  function oneSlip(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start += 1;
    let end = 0;
    while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end))
      end += 1;
    const [left, right] = [a.length - start - end, b.length - start - end];
    if (left <= 1 && right <= 1) return left + right > 0;
    return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
  }
})();
