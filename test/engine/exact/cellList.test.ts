import { describe, expect, it } from "vitest";
import {
  addPersons,
  addUp,
  type CellList,
  countPersons,
  dropEmpty,
  newCellList,
  stretchFrom,
  takePersons,
} from "../../../src/engine/exact/cellList.ts";
import type { EntryRisks } from "../../../src/plan/entryRisks.ts";

const listOf = (...entries: [number, number][]): CellList => {
  const list = newCellList();
  for (const [cell, persons] of entries) addPersons(list, cell, persons);
  return list;
};

const entriesOf = ({ length, cells, persons }: CellList) =>
  Array.from({ length }, (_, i) => [cells[i], persons[i]]);

describe("a list of cells", () => {
  it("stays in order whatever is added", () => {
    const list = listOf([5, 1], [2, 2], [9, 3], [7, 4], [2, 10], [9, 20]);
    expect(entriesOf(list)).toEqual([
      [2, 12],
      [5, 1],
      [7, 4],
      [9, 23],
    ]);
  });

  it("grows as needed", () => {
    const all = Array.from({ length: 1000 }, (_, i): [number, number] => [(i * 617) % 1000, i + 1]);
    expect(entriesOf(listOf(...all))).toEqual([...all].sort(([a], [b]) => a - b));
  });

  it("forgets cells without persons", () => {
    expect(entriesOf(dropped(listOf([1, 0], [2, 3], [4, 0], [8, 1])))).toEqual([
      [2, 3],
      [8, 1],
    ]);
  });

  it("gives a cohort's persons by cell when they are taken out, and leaves the others", () => {
    const list = listOf([3, 1], [4, 2], [6, 3], [8, 4]);
    expect([...takePersons(list, 4, 4)]).toEqual([2, 0, 3, 0]);
    expect(entriesOf(dropped(list))).toEqual([
      [3, 1],
      [8, 4],
    ]);
  });

  it("is gone through cohort by cohort", () => {
    const list = listOf([0, 1], [2, 2], [7, 3], [8, 4], [9, 5]);
    const cohorts = [];
    for (let from = 0; from < list.length; ) {
      const { first, to } = stretchFrom(list, from, 4);
      cohorts.push([first, to - from]);
      from = to;
    }
    expect(cohorts).toEqual([
      [0, 2],
      [4, 1],
      [8, 2],
    ]);
  });

  it("adds up what its persons have by entry", () => {
    const cohort = stretchFrom(listOf([4, 2], [6, 3]), 0, 4);
    const risks = {
      incidence: Float64Array.of(0.1, 9, 0.2),
      meanAge: Float64Array.of(30, 9, 50),
      weight: Float64Array.of(1, 9, 2),
    };
    expect(countPersons(cohort)).toBe(5);
    expect(addUp(cohort, risks as unknown as EntryRisks)).toEqual({
      persons: 5,
      incidence: 2 * 0.1 + 3 * 0.2,
      age: 210,
      weight: 8,
    });
  });
});

function dropped(list: CellList): CellList {
  dropEmpty(list);
  return list;
}
