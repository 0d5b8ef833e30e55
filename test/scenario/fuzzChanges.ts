import fc from "fast-check";
import { oddNumbers, oddValues, oddWords } from "./fuzzValues.ts";

/** One thing done to a text; every kind fits every text. */
export type Change =
  /** `length` characters cut out at a part of the text, and something put there. */
  | { readonly kind: "cut"; readonly at: number; readonly length: number; readonly insert: string }
  /** The value of a line, so that the text stays YAML. */
  | { readonly kind: "value"; readonly line: number; readonly value: string }
  /** One number of those in the text. */
  | { readonly kind: "number"; readonly which: number; readonly value: string }
  /** Some lines copied, or moved, to another place. */
  | {
      readonly kind: "lines";
      readonly from: number;
      readonly count: number;
      readonly to: number;
      readonly keep: boolean;
    }
  /** A line with as many spaces more or less before it. */
  | { readonly kind: "indent"; readonly line: number; readonly by: number }
  /** The whole text as another editor may save it. */
  | { readonly kind: "saved"; readonly how: (typeof waysToSave)[number] };

const waysToSave = ["CRLF", "CR", "BOM", "tabs", "UTF-16", "half", "twice"] as const;

const line = fc.nat(400);

/** Cut out and put in, anywhere. */
export const cuts: fc.Arbitrary<Change> = fc.record({
  kind: fc.constant("cut" as const),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 40 }),
  insert: fc.oneof(oddWords, fc.string({ maxLength: 8 }), fc.string({ unit: "binary", maxLength: 8 })),
});

/** Other values. */
export const values: fc.Arbitrary<Change> = fc.record({
  kind: fc.constant("value" as const),
  line,
  value: oddValues,
});

const numbers: fc.Arbitrary<Change> = fc.record({
  kind: fc.constant("number" as const),
  which: fc.nat(1000),
  value: oddNumbers,
});

const lines: fc.Arbitrary<Change> = fc.record({
  kind: fc.constant("lines" as const),
  from: line,
  count: fc.integer({ min: 1, max: 6 }),
  to: line,
  keep: fc.boolean(),
});

const indents: fc.Arbitrary<Change> = fc.record({
  kind: fc.constant("indent" as const),
  line,
  by: fc.integer({ min: -3, max: 3 }),
});

const saves: fc.Arbitrary<Change> = fc.record({
  kind: fc.constant("saved" as const),
  how: fc.constantFrom(...waysToSave),
});

/** Any change, those that leave a text readable more often. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { arbitrary: cuts, weight: 3 },
  { arbitrary: values, weight: 4 },
  { arbitrary: numbers, weight: 6 },
  { arbitrary: lines, weight: 3 },
  { arbitrary: indents, weight: 1 },
  { arbitrary: saves, weight: 1 },
);

/** The text with the change made. */
export function changed(text: string, change: Change): string {
  switch (change.kind) {
    case "cut": {
      const start = Math.floor(change.at * text.length);
      return text.slice(0, start) + change.insert + text.slice(start + change.length);
    }
    case "value":
      return withLine(text, change.line, (old) => old.replace(/: .*$/, () => `: ${change.value}`));
    case "number":
      return withNumber(text, change.which, change.value);
    case "lines":
      return withLinesMoved(text, change);
    case "indent":
      return withLine(text, change.line, (old) =>
        change.by < 0 ? old.slice(-change.by) : " ".repeat(change.by) + old,
      );
    case "saved":
      return saved(text, change.how);
  }
}

function withLine(text: string, line: number, edit: (old: string) => string): string {
  const all = text.split("\n");
  const at = line % all.length;
  all[at] = edit(all[at]);
  return all.join("\n");
}

/** Numbers of comments are left alone: they change nothing. */
function withNumber(text: string, which: number, value: string): string {
  const found = [...text.matchAll(/(?<![\w.#-])\d[\d.]*(?![\w-])/g)].filter(
    ({ index }) => !/(^|\s)#/.test(text.slice(text.lastIndexOf("\n", index) + 1, index)),
  );
  if (found.length === 0) return value;
  const { index, 0: old } = found[which % found.length];
  return text.slice(0, index) + value + text.slice(index + old.length);
}

function withLinesMoved(text: string, change: Extract<Change, { kind: "lines" }>): string {
  const all = text.split("\n");
  const from = change.from % all.length;
  const moved = change.keep ? all.slice(from, from + change.count) : all.splice(from, change.count);
  all.splice(change.to % (all.length + 1), 0, ...moved);
  return all.join("\n");
}

function saved(text: string, how: (typeof waysToSave)[number]): string {
  switch (how) {
    case "CRLF":
      return text.replaceAll("\n", "\r\n");
    case "CR":
      return text.replaceAll("\n", "\r");
    case "BOM":
      return `\uFEFF${text}`;
    case "tabs":
      return text.replaceAll("  ", "\t");
    case "UTF-16":
      return [...text].join("\0");
    case "half":
      return text.slice(0, Math.floor(text.length / 2));
    case "twice":
      return `${text}\n${text}`;
  }
}
