import { describe, expect, it } from "vitest";
import { messagesOf, parseText } from "./parsing.ts";

const withTable = (csv: string) =>
  messagesOf(parseText("extends: pool.yaml\ncover: { mortality: t.csv }", [], { "t.csv": csv }));

/** What a program makes of bytes that it takes for UTF-8. */
const asUtf8 = (bytes: Uint8Array) => new TextDecoder("utf-8").decode(bytes);
const utf16 = (text: string) =>
  Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((one) => [one.charCodeAt(0), 0])]);

describe("the columns of a CSV file", () => {
  it("are separated by commas: other signs are named", () => {
    expect(withTable("age;rate\n0;0,01\n")).toEqual([
      "t.csv:1:1  cover.mortality: found columns separated by semicolons; allowed: columns separated by commas",
    ]);
    expect(withTable("age\trate\n0\t0.01\n")[0]).toContain("found columns separated by tabs");
  });

  it.each([
    ["Alter,Rate", "age"],
    ["years,rate", "age"],
    ["agee,sex,q", "age"],
  ])("are told by the name they should have: %s", (header, right) => {
    const [told] = withTable(`${header}\n0,0.01,0.02\n`);
    expect(told).toMatch(new RegExp(`^t.csv:1:1 .* \\(did you mean "${right}"\\)$`));
  });

  it("are not guessed where several may be meant", () => {
    expect(withTable("first,second,rate\n0,0,0.01\n")[0]).not.toContain("did you mean");
  });

  it("are told by the right name in groups, too", () => {
    const csv = "clas,number,claimProbability,benefit,region\nA,10,0.1,5,north\n";
    const text = "title: x\ncalendar: { from: 2020-01-01, periods: 1 }\ngroup: g.csv";
    const [told] = messagesOf(parseText(text, [], { "g.csv": csv }));
    expect(told).toContain('did you mean "class"');
  });
});

describe("a file that is not UTF-8", () => {
  const refusal = "found what is not UTF-8 text; allowed: text saved as UTF-8, not as UTF-16";

  it("is told once where it is a table, at the first sign that is none", () => {
    expect(withTable(asUtf8(utf16("age,rate\n0,0.01\n")))).toEqual([
      expect.stringContaining(`t.csv:1:1  cover.mortality: ${refusal}`),
    ]);
    const latin = asUtf8(
      Uint8Array.from([...Buffer.from("# by age\nage,rate,M"), 0xe4, ...Buffer.from("nner\n")]),
    );
    expect(withTable(latin)).toEqual([expect.stringContaining(`t.csv:2:11  cover.mortality: ${refusal}`)]);
  });

  it("is told once though several keys name it", () => {
    const text = "extends: pool.yaml\ncover: { mortality: t.csv, illnesses: { any: { incidence: t.csv } } }";
    expect(messagesOf(parseText(text, [], { "t.csv": "age,rate\n0,0.\uFFFD\n" }))).toHaveLength(1);
  });

  it("is told once where it is a scenario, or the base of one", () => {
    expect(messagesOf(parseText(asUtf8(utf16("title: x\nsharing: { fee: x }"))))).toEqual([
      expect.stringContaining(`x.yaml:1:1  scenario: ${refusal}`),
    ]);
    const base = { "base.yaml": "title: x\uFFFDx\n" };
    expect(messagesOf(parseText("extends: base.yaml\nsharing: { fee: 8 % }", [], base))).toEqual([
      expect.stringContaining(`base.yaml:1:9  scenario: ${refusal}`),
    ]);
  });
});
