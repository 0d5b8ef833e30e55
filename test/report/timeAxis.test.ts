import { describe, expect, it } from "vitest";
import { timeAxis } from "../../src/report/charts/timeAxis.ts";

const frame = { width: 528, height: 330, fontSize: 12.5 };
const ticks = (from: string, to: string) => {
  const axis = timeAxis(frame, [from, to]);
  return "values" in axis ? axis.values.map((time) => new Date(time).toISOString().slice(0, 10)) : [];
};

describe("timeAxis", () => {
  it("has ticks at quarters, half-years or years, as there is room", () => {
    expect(ticks("2019-01-14", "2019-12-28")).toContain("2019-04-01");
    expect(ticks("2019-01-14", "2021-12-28")).toEqual([
      "2019-07-01",
      "2020-01-01",
      "2020-07-01",
      "2021-01-01",
      "2021-07-01",
    ]);
    expect(ticks("2019-01-01", "2068-01-28")[1]).toBe("2025-01-01");
  });

  it("never has more than fit, nor any outside", () => {
    for (const to of ["2019-08-28", "2020-01-28", "2024-06-28", "2039-01-28", "2118-01-28", "2718-01-28"]) {
      const shown = ticks("2019-03-14", to);
      expect(shown.length).toBeLessThanOrEqual(11);
      expect(shown.every((date) => date > "2019-03-14" && date <= to)).toBe(true);
    }
  });

  it("puts a month or a year at its settlement where each has one", () => {
    const monthEnds = ["2019-01-31", "2019-02-28", "2019-03-31", "2019-04-30", "2019-05-31"];
    const axis = timeAxis(frame, monthEnds);
    expect("values" in axis && axis.values.map((time) => new Date(time).toISOString().slice(0, 10))).toEqual(
      monthEnds,
    );
    expect("labelExpr" in axis && axis.labelExpr).toContain(`'${Date.parse("2019-01-31")}': ["Jan","2019"]`);
    const yearly = timeAxis(
      frame,
      [2019, 2020, 2021].map((year) => `${year}-12-31`),
    );
    expect("labelExpr" in yearly && yearly.labelExpr).toContain(`'${Date.parse("2019-12-31")}': ["2019"]`);
  });

  it("leaves a plan of a few weeks to Vega", () => {
    expect(timeAxis(frame, ["2019-01-02", "2019-01-28"])).toMatchObject({ format: "%e %b %Y" });
  });
});
