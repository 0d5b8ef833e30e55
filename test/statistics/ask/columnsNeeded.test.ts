import { describe, expect, it } from "vitest";
import { columnsNeeded } from "../../../src/statistics/ask/columnsNeeded.ts";

describe("columnsNeeded", () => {
  it("finds the metrics of single periods, each once", () => {
    const text = "mean(periods.2019-01-28.share) / mean(periods.2019-01-28.share + periods.2020-12-31.aid)";
    expect(columnsNeeded(text)).toEqual([
      { date: "2019-01-28", metric: "share", pool: null },
      { date: "2020-12-31", metric: "aid", pool: null },
    ]);
  });

  it("finds those of single pools, whatever they are called, beside those of the whole plan", () => {
    const text = "mean(periods.2019-01-28.share[pool=elderly (60-70)] - periods.2019-01-28.share)";
    expect(columnsNeeded(text)).toEqual([
      { date: "2019-01-28", metric: "share", pool: "elderly (60-70)" },
      { date: "2019-01-28", metric: "share", pool: null },
    ]);
  });

  it("finds those of single classes, of which members, shares and expected aid are known", () => {
    const text = "mean(periods.2019-01-28.share[class=young & well] + periods.2019-01-28.aid[class=young])";
    expect(columnsNeeded(text)).toEqual([{ date: "2019-01-28", metric: "share", className: "young & well" }]);
  });

  it("leaves yearly columns, misspelt metrics and nonsense alone", () => {
    for (const text of [
      "mean(years.2020.share)",
      "periods.2019-01-28.shares",
      "periods.2019-1-28.share",
      "",
      "(((",
    ]) {
      expect(columnsNeeded(text)).toEqual([]);
    }
  });
});
