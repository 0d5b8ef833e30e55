import { describe, expect, it } from "vitest";
import { toPlain } from "../../src/scenario/located.ts";
import { readYaml } from "../../src/scenario/readYaml.ts";

function plain(text: string): unknown {
  const { node, mistakes } = readYaml("x.yaml", text);
  expect(mistakes).toEqual([]);
  return node === null ? null : toPlain(node);
}

function firstMessage(text: string): string | undefined {
  return readYaml("x.yaml", text).mistakes[0]?.message;
}

describe("readYaml", () => {
  it("reads maps, lists, scalars and aliases", () => {
    expect(plain("a: &x { b: 1, c: [true, text] }\nd: *x\n5: 0-9\n")).toEqual({
      a: { b: 1, c: [true, "text"] },
      d: { b: 1, c: [true, "text"] },
      5: "0-9",
    });
  });

  it("leaves out what is none, but for waiting", () => {
    expect(plain("a: none\nb:\nc: ~\nwaiting: none\nd: 1")).toEqual({ waiting: "none", d: 1 });
  });

  it.each([
    ["a: 1\na: 2", "x.yaml:2:1  a: found the key a second time"],
    ["a: *b", "x.yaml:1:4  a: found alias *b"],
    ["a: &b [*b]", "x.yaml:1:8  a[0]: found alias *b"],
    ["a: [1, 2", "x.yaml:1:9  scenario: found "],
    ["a: 1\n---\nb: 2", "x.yaml:2:1  scenario: found "],
    ["a:\n  <<: { b: 1 }", "x.yaml:2:3  a.<<: found a merge key"],
    ["__proto__: 1", "x.yaml:1:1  __proto__: found a reserved word"],
    ["? [a]\n: 1", "x.yaml:1:3  scenario: found a key that is no single word"],
    ["a: !thing 1", "x.yaml:1:4  scenario: found "],
    [`${"- ".repeat(200)}x`, "x.yaml:1:1  scenario: found nesting deeper than 60 levels"],
    ["[".repeat(100_000), "x.yaml:1:1  scenario: found very deep nesting"],
    ["a,".repeat(600_000), "x.yaml:1:1  scenario: found 600000 lines and commas"],
    ["x".repeat(10_000_001), "x.yaml:1:1  scenario: found 10000001 characters"],
  ])("tells of a mistake and its place (%#)", (text, start) => {
    expect(firstMessage(text)?.slice(0, start.length)).toBe(start);
  });

  it("does not run out of time on lines, keys, commas and aliases without end", () => {
    const started = performance.now();
    readYaml("x.yaml", `a: [${"b, ".repeat(60_000)}]`);
    readYaml("x.yaml", Array.from({ length: 30_000 }, (_, k) => `k${k}: 1`).join("\n"));
    readYaml("x.yaml", `a: [${",".repeat(100_000)}]`);
    readYaml("x.yaml", `a: &a 1\nb:\n${"  - *a\n".repeat(30_000)}`);
    // Quadratic time would take minutes.
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it("knows the comment that belongs to each piece", () => {
    const text = [
      "# about a",
      "# and more",
      "a: 1",
      "",
      "# apart",
      "",
      "b: 2 # beside b",
      "c: # beside c",
      "  d: 3",
      "  e: { f: '#4', g: 5 } # beside e",
      "  # above h",
      "  h:",
      "    - 6 # beside six",
      "    - 7",
    ].join("\n");
    const notes = new Map<string, string>();
    const { node } = readYaml("x.yaml", text);
    const visit = (inner: typeof node): void => {
      if (inner === null) return;
      if (inner.kind === "scalar") notes.set(inner.path, inner.note);
      else if (inner.kind === "list") for (const item of inner.items) visit(item);
      else for (const entry of inner.entries.values()) visit(entry.node);
    };
    visit(node);
    expect(Object.fromEntries(notes)).toEqual({
      a: "about a and more",
      b: "beside b",
      "c.d": "beside c",
      "c.e.f": "beside e",
      "c.e.g": "beside e",
      "c.h[0]": "beside six",
      "c.h[1]": "above h",
    });
  });
});
