// A query, taken apart: what it asks about, in the handbook's own words, and what kind of answer.
(() => {
  "use strict";
  const search = self.handbookSearch;
  // What other words count, of what the word itself counts
  const SYNONYM = 0.85;
  const WIDER = 0.6; // a wider matter that the word belongs to
  const LOWER = 0.6; // another word of the same pinyin that matters less in the handbook
  const UNKNOWN = 2.5; // what a character costs that belongs to no word, in words
  const SINGLE = 1.2; // what a silent character costs, so that a word is not cut around it
  const LONGEST = 12; // characters of a word
  const HAN = /^[\u3400-\u9fff]/;

  search.Reader = class {
    /** `knows(text)`: whether the handbook's texts have it as it stands. */
    constructor(knowledge, plain, knows) {
      this.plain = plain;
      this.knows = knows;
      this.spelling = new search.Spelling(knowledge);
      this.levels = new Map();
      knowledge.words.forEach((list, index) => {
        for (const word of list.split("|").map(plain)) {
          if (!word || this.levels.has(word)) continue;
          this.levels.set(word, knowledge.words.length - index);
          this.spelling.add(word, knowledge.words.length - index);
        }
      });
      this.silent = new Set(knowledge.silent.map(plain));
      this.short = new Map(Object.entries(knowledge.short));
      this.questions = new Map();
      for (const [kind, words] of Object.entries(knowledge.questions))
        for (const word of words.map(plain))
          this.questions.set(word, [...(this.questions.get(word) || []), kind]);
      this.others = new Map();
      for (const [words, wider] of knowledge.groups) this.group(words.map(plain), wider.map(plain));
    }

    group(words, wider) {
      for (const word of words) {
        const others = this.others.get(word) || this.others.set(word, new Map()).get(word);
        for (const other of words) if (other !== word) others.set(other, SYNONYM);
        for (const other of wider) if (!others.has(other)) others.set(other, WIDER);
      }
    }

    /** `terms`: what is meant, each a Map of words and weights; `asks`: kinds of answer; `name`:
     * the query without all that only asks. */
    read(query) {
      const found = { terms: [], asks: new Set(), name: "" };
      let text = this.plain(query).trim();
      for (const words of this.questions.keys())
        if (words.includes(" ") && text.includes(words)) {
          text = text.replace(words, " ");
          this.ask(found, words);
        }
      const runs =
        text.match(/[\u3400-\u9fff]+|[^\s\u3400-\u9fff，。？！、；：“”（）?!,;:"()\u3000]+/g) || [];
      if (runs.length > 1 && runs.every((run) => /^[a-z]+$/.test(run)) && !this.knows(text)) {
        const joined = this.letters(runs.join(""));
        if (joined) runs.splice(0, runs.length, runs.join(""));
      }
      for (const run of runs) {
        if (HAN.test(run)) this.han(run, found);
        else this.other(run, found);
      }
      return found;
    }

    ask(found, words) {
      for (const kind of this.questions.get(words)) found.asks.add(kind);
    }

    letters(run) {
      return /^[a-z]{2,}$/.test(run) ? this.spelling.fromLetters(run) : null;
    }

    other(run, found) {
      if (this.questions.has(run)) return void this.ask(found, run);
      if (this.silent.has(run)) return;
      // A word of the handbook is itself; one that only stands in a text may still be pinyin
      const level = this.levels.get(run) || 0;
      const meant = level > 1 ? null : level ? this.spelling.spelt(run, 2) : this.letters(run);
      if (!meant) return void this.add(found, run);
      for (const words of meant) {
        const top = Math.max(...words.map(({ level }) => level));
        const term = new Map();
        for (const { word, level } of words) this.widen(term, word, level === top ? 1 : LOWER);
        found.terms.push({ words: term, typed: run, parts: [] });
        found.name += words.find(({ level }) => level === top).word;
      }
    }

    han(run, found) {
      const pieces = this.cut(this.mend(run));
      for (const { text, known } of pieces) {
        if (this.questions.has(text)) this.ask(found, text);
        else if (this.silent.has(text)) continue;
        else if (!known && this.short.has(text)) this.add(found, this.short.get(text));
        else if (known || text.length > 1 || pieces.length === 1) this.add(found, text);
      }
    }

    add(found, word) {
      const words = new Map();
      this.widen(words, word, 1);
      const long = word.length > 3 && HAN.test(word);
      const parts = long
        ? this.cut(word, word).filter(({ text, known }) => known && !this.mute(text))
        : [];
      found.terms.push({
        words,
        typed: word,
        parts: parts.map(({ text }) => new Map([[text, 1]])),
      });
      found.name += word;
    }

    widen(words, word, weight) {
      words.set(word, Math.max(weight, words.get(word) || 0));
      for (const [other, part] of this.others.get(word) || [])
        words.set(other, Math.max(weight * part, words.get(other) || 0));
    }

    /** Whether a word asks, or says nothing, and so is not looked for. */
    mute(word) {
      return this.silent.has(word) || this.questions.has(word);
    }

    /** Han characters as words, as few as possible; characters between them stay together. */
    cut(run, but) {
      const best = [{ cost: 0 }];
      for (let end = 1; end <= run.length; end += 1) {
        for (let start = Math.max(0, end - LONGEST); start < end; start += 1) {
          const text = run.slice(start, end);
          const mute = this.mute(text);
          const known = text !== but && (mute || this.levels.has(text));
          if (!known && end - start > 1) continue;
          const price = !known ? UNKNOWN : mute && text.length === 1 ? SINGLE : 1;
          const cost = best[start].cost + price;
          if (!best[end] || cost < best[end].cost) best[end] = { cost, start, known, text };
        }
      }
      const pieces = [];
      for (let at = run.length; at > 0; at = best[at].start) {
        const { text, known } = best[at];
        if (!known && pieces.length && !pieces[0].known) pieces[0].text = text + pieces[0].text;
        else pieces.unshift({ text, known });
      }
      return pieces;
    }

    /** The run with misspelt words put right: what no word covers, by its sound or its look. */
    mend(run) {
      let at = 0;
      for (const { text, known } of this.cut(run)) {
        const [start, end] = [at, at + text.length];
        at = end;
        if (known || (text.length > 1 && this.knows(text))) continue;
        const better = this.better(run, start, end);
        if (better)
          return (
            this.mend(run.slice(0, better.from)) + better.word + this.mend(run.slice(better.to))
          );
      }
      return run;
    }

    /** The longest stretch around an unknown part that stands for a word. */
    better(run, start, end) {
      for (let size = Math.min(run.length, LONGEST); size > 1; size -= 1)
        for (
          let from = Math.max(0, end - size);
          from <= Math.min(start, run.length - size);
          from += 1
        ) {
          // A common character beside a known word may mean itself: it is not taken for another one
          const any = end - start > 1 || !this.spelling.readings.has(run[start]);
          const meant = this.spelling.meant(run.slice(from, from + size), any);
          if (!meant.length) continue;
          const word = [...meant].sort((a, b) => b.level - a.level)[0].word;
          return { from, to: from + size, word };
        }
      return null;
    }
  };
})();
