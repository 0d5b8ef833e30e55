import { describe, expect, it } from "vitest";
import { columnsOf } from "../../../src/statistics/ask/columnsOf.ts";
import { isAsk, parseAsk } from "../../../src/statistics/ask/parseAsk.ts";

const known = ["total.cost", "total.fee", "total.aid", "ending.year"];

describe("columnsOf", () => {
  it.each([
    ["mean(total.cost)", ["total.cost"]],
    ["1 + 2", []],
    ["cov(total.cost, -total.fee | ending.year < 2021)", ["total.cost", "total.fee", "ending.year"]],
    [
      "quantile(max(total.cost, total.aid), 0.9) / mean(total.cost)",
      ["total.cost", "total.aid", "total.cost"],
    ],
  ])("names what a question reads: %s", (text, columns) => {
    const ask = parseAsk(text, known);
    if (!isAsk(ask)) throw new Error(text);
    expect(columnsOf(ask.root)).toEqual(columns);
  });
});
