import { describe, expect, it } from "vitest";
import type { ExactFigure } from "../../src/oracle/exactFigures.ts";
import type { ReportInputs } from "../../src/report/inputs.ts";
import { makeReport } from "../../src/report/makeReport.ts";
import { makeExact } from "../../src/report/parts/exact.ts";
import { exactAnswer } from "../../src/report/parts/exactAnswers.ts";
import type { Exact } from "../../src/report/report.ts";
import { exactSections } from "../../src/report/sections/exactSections.ts";
import { exactLabel } from "../../src/report/tables/exactTable.ts";
import { runTable } from "../../src/report/tables/runTable.ts";
import { exactInWords } from "../../src/report/terminal/sentences.ts";
import { threeYears } from "./fixtures.ts";

const coin = { values: Float64Array.of(0, 100), probabilities: Float64Array.of(0.5, 0.5), width: 0 };

const base = threeYears();
const report = makeReport(base);

function withExact(figures: readonly ExactFigure[], leftOut: readonly string[] = []): ReportInputs {
  return { ...base, exact: { figures, leftOut } };
}

/** The figure as the simulation has it, moved by some standard errors. */
function simulatedBut(name: string, standardErrors: number): ExactFigure {
  const figure = base.results.columns[name].figure;
  if (figure === null) throw new Error(`no figure ${name}`);
  return { name, mean: figure.mean - standardErrors * figure.se, sd: null, distribution: null };
}

const rowOf = (exact: Exact, figure: string, of: string) =>
  exact.rows.find((row) => row.figure === figure && row.of === of);

describe("what is exact beside what is simulated", () => {
  it("differs by so many standard errors", () => {
    const exact = makeExact(withExact([simulatedBut("total.cost", 2.5)]));
    expect(rowOf(exact, "total.cost", "mean")?.difference).toBeCloseTo(2.5, 9);
  });

  it("does not differ where only rounding does", () => {
    const figure = simulatedBut("total.cost", 0);
    const exact = makeExact(withExact([{ ...figure, mean: figure.mean * (1 + 1e-12) }]));
    expect(rowOf(exact, "total.cost", "mean")?.difference).toBe(0);
  });

  it("has a year’s cost, though it is no column: aid, aid cut and fee", () => {
    const { results } = base;
    const exact = makeExact(withExact([{ name: "years.2020.cost", mean: 1, sd: null, distribution: null }]));
    const meanOf = (metric: string) => results.columns[`years.2020.${metric}`].figure?.mean ?? 0;
    const mean = meanOf("aid") + meanOf("aidCut") + meanOf("fee");
    expect((rowOf(exact, "years.2020.cost", "mean")?.simulated.value ?? 0) / mean).toBeCloseTo(1, 12);
  });

  it("has the standard deviation and its error, of coins by hand", () => {
    const inputs = withExact([{ name: "total.cost", mean: 50, sd: 50, distribution: coin }]);
    const values = Float64Array.from({ length: inputs.results.replications }, (_, r) =>
      r % 4 === 0 ? 100 : 0,
    );
    const columns = { ...inputs.results.columns, "total.cost": { values, figure: null } };
    const exact = makeExact({ ...inputs, results: { ...inputs.results, columns } });
    const n = values.length;
    const sd = rowOf(exact, "total.cost", "sd");
    expect(sd?.simulated.value).toBeCloseTo(100 * Math.sqrt(((0.25 * 0.75) / (n - 1)) * n), 9);
    // A median of 0 is right for half of them being 0, and for three quarters.
    expect(rowOf(exact, "total.cost", "q50")?.difference).toBe(0);
    const se = Math.sqrt((0.25 * 0.75) / (n - 1));
    expect(rowOf(exact, "total.cost", "q95")?.difference).toBe(0);
    expect((rowOf(exact, "total.cost", "mean")?.difference ?? 0) * se).toBeCloseTo(-0.25, 9);
  });

  it("has quantiles too far off by the part of the replications up to them", () => {
    const inputs = withExact([{ name: "total.cost", mean: 50, sd: 50, distribution: coin }]);
    const values = Float64Array.from({ length: inputs.results.replications }, (_, r) =>
      r % 4 === 0 ? 0 : 100,
    );
    const columns = { ...inputs.results.columns, "total.cost": { values, figure: null } };
    const exact = makeExact({ ...inputs, results: { ...inputs.results, columns } });
    const se = Math.sqrt((0.25 * 0.75) / (values.length - 1));
    expect(rowOf(exact, "total.cost", "q50")?.difference).toBeCloseTo(0.25 / se, 6);
  });
});

describe("questions that can be answered exactly", () => {
  const figures = [{ name: "total.cost", mean: 50, sd: 50, distribution: coin }];
  it.each([
    ["P(total.cost > 50)", 0.5],
    ["quantile( total.cost, 0.9 )", 100],
    ["mean(max(total.cost - 40, 0))", 30],
    ["tailMean(total.cost, 0.25)", 200 / 3],
  ])("%s", (ask, value) => {
    expect(exactAnswer(ask, figures)).toBeCloseTo(value, 9);
  });

  it.each([
    "P(total.share > 50)",
    "mean(total.cost)",
    "P(total.cost > 50 | total.cases > 1)",
    "P(total.cost > x)",
  ])("not %s", (ask) => {
    expect(exactAnswer(ask, figures)).toBeNull();
  });
});

describe("in words", () => {
  it("figures are named as people say them", () => {
    const labels = [
      { figure: "years.2020.cost", of: "mean" },
      { figure: "years.2020.members", of: "mean" },
      { figure: "total.cases", of: "mean" },
      { figure: "total.share", of: "q95" },
      { figure: "P(total.cost > 3)", of: "answer" },
    ] as const;
    expect(labels.map((label) => exactLabel(label, "yuan"))).toEqual([
      "Cost of 2020, yuan: mean",
      "Members at the end of 2020: mean",
      "Cases of the whole run: mean",
      "Share of the whole run, yuan: 95 % quantile",
      "P(total.cost > 3)",
    ]);
  });

  it("a section tells how far the farthest is off, and what is left out", () => {
    const exact = makeExact(withExact([simulatedBut("total.cost", 2.5)], ["The share is left out."]));
    const [{ note, table }] = exactSections({ ...report, exact });
    expect(note).toContain("The farthest figure is 2.5 standard errors off");
    expect(note).toContain("The share is left out.");
    expect(table.rows).toHaveLength(1);
    expect(exactInWords({ ...report, exact })).toContain("2.5 standard errors off");
  });

  it("where nothing is known there is no section, but a fact of the run", () => {
    const exact = makeExact(withExact([], ["Not worked out, because members react."]));
    const unknown = { ...report, exact };
    expect(exactSections(unknown)[0].table.rows).toEqual([]);
    expect(exactInWords(unknown)).toBeNull();
    expect(runTable(unknown).rows.flat()).toContain("Not worked out, because members react.");
  });
});
