import { describe, expect, it } from "vitest";
import { childPath, pathText } from "../../src/scenario/located.ts";
import { formatMistake, mistake, sortMistakes } from "../../src/scenario/mistake.ts";
import { nearest } from "../../src/scenario/nearest.ts";
import { readCsv } from "../../src/scenario/readCsv.ts";

const parts = {
  file: "scenarios/x.yaml",
  line: 12,
  column: 7,
  path: "sharing.fee",
  found: '"eight"',
  allowed: "a number",
};

describe("formatMistake", () => {
  it("says place, path, what was found and what is allowed in one line", () => {
    expect(formatMistake(parts)).toBe('scenarios/x.yaml:12:7  sharing.fee: found "eight"; allowed: a number');
    expect(formatMistake({ ...parts, nearest: "free" })).toMatch(/ \(did you mean "free"\)$/);
    expect(formatMistake({ ...parts, found: "a\nb" })).not.toContain("\n");
  });
});

describe("sortMistakes", () => {
  it("orders by file, line and column and tells each once", () => {
    const later = mistake({ ...parts, line: 100 });
    const other = mistake({ ...parts, file: "a.yaml" });
    const one = mistake(parts);
    expect(sortMistakes([later, one, other, one])).toEqual([other, one, later]);
  });
});

describe("nearest", () => {
  it("finds the word that was meant, or none", () => {
    expect(nearest("sharign", ["sharing", "ending"])).toBe("sharing");
    expect(nearest("relativerisk", ["portion", "relativeRisk"])).toBe("relativeRisk");
    expect(nearest("minimum", ["normal", "min", "max"])).toBe("min");
    expect(nearest("weather", ["sharing", "ending"])).toBeUndefined();
    expect(nearest("x", [])).toBeUndefined();
  });
});

describe("paths", () => {
  it("are dotted, with positions in brackets, and quote what would be misread", () => {
    expect(pathText(["members", "mix", 0, "portion"])).toBe("members.mix[0].portion");
    expect(childPath("members.classes", "of age")).toBe('members.classes."of age"');
    expect(childPath("a", "b.c")).toBe('a."b.c"');
  });
});

describe("readCsv", () => {
  it("keeps line and column of each cell, past comments, blank lines and quotes", () => {
    const { header, rows } = readCsv("x.csv", '\uFEFF# note\r\nage,rate\r\n\r\n0,"a, ""b"""\n1,2,\n');
    expect(header.map(({ text }) => text)).toEqual(["age", "rate"]);
    expect(rows[0].map(({ text }) => text)).toEqual(["0", 'a, "b"']);
    expect(rows[0][1].place).toEqual({ file: "x.csv", line: 4, column: 3 });
    expect(rows[1].map(({ text }) => text)).toEqual(["1", "2", ""]);
  });
});
