import type { EntryRisks } from "../../plan/entryRisks.ts";

/**
 * Members of a class in one lane: the cells that have any, ascending, and how many persons are in each. The first `length` places of
 * the arrays are in use.
 */
export interface CellList {
  length: number;
  cells: Int32Array;
  persons: Float64Array;
}

/** Places `from` to `to - 1` of a list, mostly the cells of a cohort: that of entry `e` is then `first + e`. */
export interface Stretch {
  readonly list: CellList;
  readonly from: number;
  readonly to: number;
  readonly first: number;
}

export function newCellList(): CellList {
  return { length: 0, cells: new Int32Array(64), persons: new Float64Array(64) };
}

/** Adds persons to a cell. Later cohorts have later cells: its place is mostly the end. */
export function addPersons(list: CellList, cell: number, count: number): void {
  let after = list.length;
  while (after > 0 && list.cells[after - 1] > cell) after--;
  if (after > 0 && list.cells[after - 1] === cell) {
    list.persons[after - 1] += count;
    return;
  }
  if (list.length === list.cells.length) grow(list);
  if (after < list.length) {
    list.cells.copyWithin(after + 1, after, list.length);
    list.persons.copyWithin(after + 1, after, list.length);
  }
  list.cells[after] = cell;
  list.persons[after] = count;
  list.length++;
}

function grow(list: CellList): void {
  const { cells, persons, length } = list;
  list.cells = new Int32Array(2 * length);
  list.persons = new Float64Array(2 * length);
  list.cells.set(cells);
  list.persons.set(persons);
}

/** Takes everybody out of the cells from `first` on, so many of them: persons by cell. */
export function takePersons(
  { length, cells, persons }: CellList,
  first: number,
  count: number,
): Float64Array {
  const taken = new Float64Array(count);
  for (let i = 0; i < length; i++) {
    if (cells[i] < first || cells[i] >= first + count) continue;
    taken[cells[i] - first] = persons[i];
    persons[i] = 0;
  }
  return taken;
}

/** The cells of the cohort to which the one in place `from` belongs. */
export function stretchFrom(list: CellList, from: number, entryCount: number): Stretch {
  const first = Math.floor(list.cells[from] / entryCount) * entryCount;
  let to = from + 1;
  while (to < list.length && list.cells[to] < first + entryCount) to++;
  return { list, from, to, first };
}

export function wholeList(list: CellList): Stretch {
  return { list, from: 0, to: list.length, first: 0 };
}

export function countPersons({ list: { persons }, from, to }: Stretch): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += persons[i];
  return sum;
}

/** What a cohort's members add up to. */
export interface Sums {
  readonly persons: number;
  readonly incidence: number;
  readonly age: number;
  readonly weight: number;
}

/** In one go, as they are needed together. */
export function addUp({ list: { cells, persons }, from, to, first }: Stretch, risks: EntryRisks): Sums {
  let sum = 0;
  let incidence = 0;
  let age = 0;
  let weight = 0;
  for (let i = from; i < to; i++) {
    const e = cells[i] - first;
    sum += persons[i];
    incidence += persons[i] * risks.incidence[e];
    age += persons[i] * risks.meanAge[e];
    weight += persons[i] * risks.weight[e];
  }
  return { persons: sum, incidence, age, weight };
}

/** Forgets the cells without persons. */
export function dropEmpty(list: CellList): void {
  const { length, cells, persons } = list;
  let kept = 0;
  for (let i = 0; i < length; i++) {
    if (persons[i] === 0) continue;
    cells[kept] = cells[i];
    persons[kept++] = persons[i];
  }
  list.length = kept;
}
