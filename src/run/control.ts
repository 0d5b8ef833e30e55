/** What all threads of a run share: whether to stop, and how many replications are done. */
export interface Control {
  /** `[stop, replications done]`, over shared memory. */
  readonly cells: Int32Array<SharedArrayBuffer>;
}

const stop = 0;
const done = 1;

/** The control of a run that has not begun. */
export function newControl(): Control {
  return { cells: new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) };
}

/** Lets the blocks under way finish, and no other begin. A flag, as aborting a thread would lose its block. */
export function askToStop({ cells }: Control): void {
  Atomics.store(cells, stop, 1);
}

/** Whether no other block shall begin. */
export function stopAsked({ cells }: Control): boolean {
  return Atomics.load(cells, stop) === 1;
}

/** Adds replications that are done, in whatever order. */
export function countDone({ cells }: Control, replications: number): void {
  Atomics.add(cells, done, replications);
}

/** Replications done up to now, in all threads. */
export function replicationsDone({ cells }: Control): number {
  return Atomics.load(cells, done);
}
