import { expect, test } from "vitest";
import { baselineOf, lossesAgainst } from "./compare.ts";
import { rowOf } from "./rowOf.ts";

const ratio = (median: number) => ({ median, q25: median, q75: median });
const against = (before: number) => ({ machine: "any", ratios: { a: before } });

test("a time that got longer by more than a tenth is a loss", () => {
  expect(lossesAgainst(against(1), [rowOf({ ratio: ratio(1.09) })])).toEqual([]);
  expect(lossesAgainst(against(1), [rowOf({ ratio: ratio(1.2) })])).toEqual([
    "a: ratio 1.20, was 1.00: 20 % worse",
  ]);
});

test("a speed that fell by more than a tenth is a loss", () => {
  const row = (median: number) => rowOf({ better: "larger", ratio: ratio(median) });
  expect(lossesAgainst(against(3), [row(2.8)])).toEqual([]);
  expect(lossesAgainst(against(3), [row(2)])).toEqual(["a: ratio 2.00, was 3.00: 50 % worse"]);
});

test("what got better is no loss, by however much", () => {
  expect(lossesAgainst(against(10), [rowOf({ ratio: ratio(1) })])).toEqual([]);
  expect(lossesAgainst(against(1), [rowOf({ better: "larger", ratio: ratio(10) })])).toEqual([]);
});

test("what the baseline does not know is not compared", () => {
  expect(lossesAgainst(against(1), [rowOf({ name: "new", ratio: ratio(99) })])).toEqual([]);
});

test("the baseline of some rows finds no loss in them", () => {
  const rows = [rowOf({ ratio: ratio(3) }), rowOf({ name: "b", better: "larger", ratio: ratio(0.2) })];
  const baseline = baselineOf(rows, "any");
  expect(baseline.ratios).toEqual({ a: 3, b: 0.2 });
  expect(lossesAgainst(baseline, rows)).toEqual([]);
});
