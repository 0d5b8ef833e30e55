import { describe, expect, it } from "vitest";
import { table, tableIn, withError } from "./table.ts";

describe("withError", () => {
  it("has as many decimals as two digits of the error need", () => {
    expect(withError({ value: 0.505_94, se: 0.0038 })).toBe("0.5059 ± 0.0038");
    expect(withError({ value: 249.168, se: 0.9618 })).toBe("249.17 ± 0.96");
    expect(withError({ value: 71_234.5, se: 240 })).toBe("71235 ± 240");
  });

  it("leaves out an error that there is not", () => {
    expect(withError({ value: 5.75, se: 0 })).toBe("5.75");
    expect(withError({ value: 3, se: 4e-17 })).toBe("3");
  });
});

describe("table", () => {
  const law = { law: "A fee multiplies the share", shows: "with 10 % over without", compare: () => [] };
  const measured = { value: 1.1, se: 0 };
  const rows = table([
    [
      law,
      [
        { figure: "first year", theory: 1.1, measured, shown: true },
        { figure: "second year", theory: 1.1, measured },
      ],
    ],
  ]);

  it("has one row a law, of the figures that are to be shown", () => {
    expect(rows.split("\n").slice(2)).toEqual([
      "| A fee multiplies the share | with 10 % over without | 1.1 | 1.1 |",
    ]);
  });

  it("gives the theory to as many decimals as the measured figure has", () => {
    const of = { figure: "share", theory: 1 / 3, measured: { value: 0.33, se: 0.02 }, shown: true };
    expect(table([[law, [of]]])).toContain("| 0.333 | 0.330 ± 0.020 |");
  });

  it("is found again between paragraphs", () => {
    expect(tableIn(`Before.\n\n${rows}\n\nAfter.\n`)).toBe(rows);
    expect(tableIn("There is none.\n\n")).toBe("");
  });
});
