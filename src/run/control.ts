/** What all threads of a run share: whether to stop, how many replications are done, and whether these are enough. */
export interface Control {
  /** `[stop, replications done, enough]`, over shared memory. */
  readonly cells: Int32Array<SharedArrayBuffer>;
}

const stop = 0;
const done = 1;
const enough = 2;

/** The control of a run that has not begun. */
export function newControl(): Control {
  return { cells: new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT)) };
}

/** Lets the blocks under way finish, and no other begin. A flag, as aborting a thread would lose its block. */
export function askToStop({ cells }: Control): void {
  Atomics.store(cells, stop, 1);
}

/** Lets no other block begin, as those done are enough; not for ever, as `askToStop` does. */
export function endEarly({ cells }: Control): void {
  Atomics.store(cells, enough, 1);
}

/** Takes `endEarly` back, for the blocks of another plan. */
export function goOn({ cells }: Control): void {
  Atomics.store(cells, enough, 0);
}

/** Whether no other block shall begin. */
export function isOver({ cells }: Control): boolean {
  return Atomics.load(cells, stop) === 1 || Atomics.load(cells, enough) === 1;
}

/** Adds replications that are done, in whatever order. */
export function countDone({ cells }: Control, replications: number): void {
  Atomics.add(cells, done, replications);
}

/** Replications done up to now, in all threads. */
export function replicationsDone({ cells }: Control): number {
  return Atomics.load(cells, done);
}
