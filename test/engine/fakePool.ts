import type { MovedMembers, Pool } from "../../src/engine/pool.ts";

/** A pool that does nothing but remember which lanes were emptied: for tests of one phase. */
export interface FakePool extends Pool {
  readonly emptied: number[];
}

/**
 * @param members by cell, as `cellMembers` gives them
 * @param moved who moves to another pool
 */
export function fakePool(members: readonly number[] = [], moved: MovedMembers | null = null): FakePool {
  const emptied: number[] = [];
  const cells = Float64Array.from(members);
  return {
    emptied,
    advance() {},
    approve() {},
    cellMembers: () => cells,
    moved: () => moved,
    takeOut: () => new Float64Array(1),
    putIn() {},
    empty: (lane) => void emptied.push(lane),
  };
}
