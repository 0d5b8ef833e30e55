import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { power } from "../../src/random/power.ts";

describe("power", () => {
  it.each([
    [1.02, 2.5, 1.0507525], // 1.02^2 x sqrt(1.02)
    [2, 10, 1024],
    [4, -0.5, 0.5],
    [0, 3, 0],
    [0, 0, 1],
    [7, 0, 1],
  ])("of %d to the %d is %d", (base, exponent, result) => {
    expect(power(base, exponent)).toBeCloseTo(result, 7);
  });

  it("is within rounding of the language's own", () => {
    for (let i = 1; i < 1000; i++) {
      const [base, exponent] = [i / 100, (i % 37) / 4 - 4];
      const scale = 1 + Math.abs(exponent * Math.log(base));
      expect(Math.abs(power(base, exponent) / base ** exponent - 1)).toBeLessThan(4e-16 * scale);
    }
  });

  it("is what the folders that make results use: other powers than with a literal exponent differ between versions of Node", () => {
    const sources = ["random", "plan", "engine"].flatMap((folder) =>
      readdirSync(join("src", folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => join("src", folder, name)),
    );
    const lines = sources.flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .map((line) => `${file}: ${line}`),
    );
    const code = lines.filter((line) => !/: \s*(\*|\/\*|\/\/)/.test(line));
    expect(code.filter((line) => /Math\.pow|\*\*=? *(?!\s*-?\d+\b)/.test(line))).toEqual([]);
  });
});
