/** Texts made to break a reader: what each is, and what there is to read (path -> text); `x.yaml` is read first. */
export const hostileTexts: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["nothing", { "x.yaml": "" }],
  ["blanks", { "x.yaml": " \n\t\n  " }],
  ["only a comment", { "x.yaml": "# nothing" }],
  ["only a byte order mark", { "x.yaml": "\uFEFF" }],
  ["a zero", { "x.yaml": "\0" }],
  ["many zeros", { "x.yaml": "\0".repeat(100_000) }],
  ["two documents", { "x.yaml": "title: a\n---\ntitle: b\n" }],
  ["a directive", { "x.yaml": "%YAML 9.9\n---\ntitle: a\n" }],
  ["an unknown tag", { "x.yaml": "title: !!js/function 'x'\nseed: !<tag:x> 1" }],
  ["binary", { "x.yaml": "title: !!binary aGVsbG8=" }],
  ["lone surrogates", { "x.yaml": "title: \uD800\nseed: \uDFFF" }],
  ["right to left", { "x.yaml": "title: \u202E\u2066abc\nمفتاح: قيمة" }],
  ["lists in lists", { "x.yaml": "[".repeat(100_000) }],
  ["closed lists in lists", { "x.yaml": `title: ${"[".repeat(590)}${"]".repeat(590)}` }],
  ["maps in maps", { "x.yaml": `title: ${"{a: ".repeat(500)}1${"}".repeat(500)}` }],
  ["items in items", { "x.yaml": `- ${"- ".repeat(50_000)}` }],
  ["keys in keys", { "x.yaml": `${"? ".repeat(20_000)}a` }],
  ["indented deeper and deeper", { "x.yaml": staircase(2000) }],
  ["an alias bomb", { "x.yaml": aliasBomb("[", "]") }],
  ["an alias bomb of maps", { "x.yaml": aliasBomb("{", "}") }],
  ["an anchor in itself", { "x.yaml": "title: &a [*a]\nseed: *a" }],
  ["an alias as a key", { "x.yaml": "title: &a x\n*a : 1" }],
  ["an unknown alias", { "x.yaml": "title: *nothing" }],
  ["merge keys", { "x.yaml": "a: &a { x: 1 }\nb: { <<: *a, <<: [*a, *a] }" }],
  ["a long word", { "x.yaml": `title: ${"x".repeat(1_000_000)}` }],
  ["a long key", { "x.yaml": `${"k".repeat(5000)}: 1` }],
  ["a long number", { "x.yaml": `replications: ${"9".repeat(100_000)}` }],
  ["a long fraction", { "x.yaml": `replications: 0.${"0".repeat(100_000)}1` }],
  ["many keys", { "x.yaml": Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join("\n") }],
  ["one key many times", { "x.yaml": "title: a\n".repeat(50_000) }],
  ["many lines", { "x.yaml": "\n".repeat(600_000) }],
  ["many commas", { "x.yaml": `ask: [${"1,".repeat(210_000)}]` }],
  ["many quotation marks", { "x.yaml": `title: ${'"'.repeat(100_000)}` }],
  ["many colons", { "x.yaml": ": ".repeat(50_000) }],
  ["many anchors", { "x.yaml": Array.from({ length: 20_000 }, (_, i) => `k${i}: &a${i} x`).join("\n") }],
  ["many comments", { "x.yaml": "# x\n".repeat(100_000) }],
  ["many blanks", { "x.yaml": `title:${" ".repeat(1_000_000)}a` }],
  ["a list for a scenario", { "x.yaml": "- 1\n- 2" }],
  ["a number for a scenario", { "x.yaml": "1e999" }],
  [
    "words of the language",
    { "x.yaml": "constructor: 1\ntoString: 2\n__proto__: { x: 1 }\nhasOwnProperty: 3" },
  ],
  ["extends itself", { "x.yaml": "extends: x.yaml" }],
  ["extends itself by another way", { "x.yaml": "extends: ./a/../x.yaml" }],
  ["a circle", { "x.yaml": "extends: y.yaml", "y.yaml": "extends: z.yaml", "z.yaml": "extends: x.yaml" }],
  ["a long chain", chain(30)],
  ["extends a table", { "x.yaml": "extends: t.csv", "t.csv": "age,rate\n0,1" }],
  ["extends nothing", { "x.yaml": "extends: ''" }],
  ["extends a list", { "x.yaml": "extends: [a, b]" }],
  ["extends a folder", { "x.yaml": "extends: ." }],
  ["extends upwards", { "x.yaml": `extends: ${"../".repeat(1000)}x.yaml` }],
];

function staircase(levels: number): string {
  return Array.from({ length: levels }, (_, level) => `${" ".repeat(level)}a:`).join("\n");
}

/** Ten of ten of ten ... of a word. */
function aliasBomb(open: string, close: string): string {
  const items = (of: string) =>
    open === "[" ? of : of.replace(/[^,]+/g, (item, at) => `k${at}: ${item.trim()}`);
  const lines = ["l0: &l0 lol"];
  for (let level = 1; level < 12; level++) {
    const ten = Array.from({ length: 10 }, () => `*l${level - 1}`).join(" , ");
    lines.push(`l${level}: &l${level} ${open} ${items(ten)} ${close}`);
  }
  return lines.join("\n");
}

function chain(links: number): Record<string, string> {
  const entries = Array.from({ length: links }, (_, i) => [
    i === 0 ? "x.yaml" : `${i}.yaml`,
    i === links - 1 ? "title: the end" : `extends: ${i + 1}.yaml`,
  ]);
  return Object.fromEntries(entries);
}
