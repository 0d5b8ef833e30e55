import type { AskMistake } from "./ask.ts";

/** A word of a question, and where it stands (from 0 on). */
export interface Name {
  readonly text: string;
  readonly at: number;
}

/** A question in which each name is one letter, padded with blanks: places in both texts are the same. */
export interface MaskedText {
  readonly masked: string;
  /** Names by letter. */
  readonly names: ReadonlyMap<string, Name>;
  readonly mistakes: readonly AskMistake[];
}

/** Letters that nobody writes: Unicode's private use area, 6,400 of them. */
const firstLetter = 0xe000;
export const longestQuestion = 2000;

const blank = /\s+/y;
const number = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const operator = /[()+\-*/^<>=!&|,]/y;
/** Dates within a name are three numbers with hyphens; what is in brackets may be anything. */
const name = /\p{L}(?:[\p{L}\p{N}_]|\.(?:\d{4}-\d\d-\d\d)?(?=[\p{L}\p{N}_.])|\[[^\]]*\])*/uy;
const inName = /[\p{L}\p{N}_]/u;

/** Words for operators, made as long as the words. */
const words: Readonly<Record<string, string>> = { and: "&& ", or: "||", not: "!  " };

/**
 * Names as they are (`years.2020.members[class=careful]`, `periods.2019-01-28.share`) are no identifiers of a general
 * expression parser, so they are replaced before it. The longest known column wins; otherwise what looks like a name.
 */
export function maskNames(text: string, knownColumns: readonly string[]): MaskedText {
  const longestFirst = [...knownColumns].sort((a, b) => b.length - a.length);
  const names = new Map<string, Name>();
  const mistakes: AskMistake[] = [];
  let masked = "";
  while (masked.length < text.length) {
    const at = masked.length;
    const plain = match(blank, text, at) ?? match(number, text, at) ?? match(operator, text, at);
    const word = plain === undefined ? wordAt(text, at, longestFirst) : undefined;
    if (plain !== undefined) masked += plain;
    else if (word === undefined) {
      mistakes.push({
        position: at + 1,
        found: JSON.stringify(text[at]),
        allowed: "names, numbers and operators",
      });
      masked += " ";
    } else if (Object.hasOwn(words, word)) masked += words[word];
    else {
      const letter = String.fromCharCode(firstLetter + names.size);
      names.set(letter, { text: word, at });
      masked += letter.padEnd(word.length);
    }
  }
  return { masked, names, mistakes };
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function wordAt(text: string, at: number, columns: readonly string[]): string | undefined {
  const looks = match(name, text, at);
  const known = columns.find(
    (column) => column !== "" && text.startsWith(column, at) && endsThere(text, at + column.length),
  );
  return known !== undefined && known.length >= (looks?.length ?? 0) ? known : looks;
}

const endsThere = (text: string, end: number) => !inName.test(text.charAt(end));
