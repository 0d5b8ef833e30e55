import { binomialQuantile } from "../../random/binomialQuantile.ts";
import type { SeedKey } from "../../random/seedKey.ts";
import { emptyStream, nextUniform, reopenStream, type Stream } from "../../random/streams.ts";
import type { Stretch } from "./cellList.ts";

/** From so many expected events on, a binomial number costs less than drawing when each of them happens. */
const manyEvents = 2;

/**
 * One kind of luck of one replication and period, opened when it is first needed.
 *
 * A clock that strikes after an exponential time (of mean 1) passes the members in turn and spends on each the hazard of what may
 * happen to them; whom it strikes at has it, and it is wound up anew. As an exponential time knows no past, each has it
 * with probability 1 - exp(-hazard) whatever befell the others: events of equal members are a binomial number. A draw is needed
 * for each event only, and not for each group of equal members.
 */
export interface Clock {
  readonly key: SeedKey;
  readonly purpose: number;
  readonly stream: Stream;
  replication: number;
  index: number;
  isOpen: boolean;
  /** Hazard until it strikes; not a number before it is first wound up. */
  left: number;
}

/** @param purpose as given by `purpose(name)` */
export function newClock(key: SeedKey, purpose: number): Clock {
  return {
    key,
    purpose,
    stream: emptyStream(),
    replication: 0,
    index: 0,
    isOpen: false,
    left: Number.NaN,
  };
}

/** Turns to the luck of a replication and index (see `openStream`). */
export function turnTo(clock: Clock, replication: number, index: number): void {
  clock.replication = replication;
  clock.index = index;
  clock.isOpen = false;
  clock.left = Number.NaN;
}

/** The stream itself, for draws that are not counts of events. */
export function streamOf(clock: Clock): Stream {
  if (!clock.isOpen) reopenStream(clock.stream, clock.key, clock.replication, clock.purpose, clock.index);
  clock.isOpen = true;
  return clock.stream;
}

/**
 * To how many of so many members the event happens that each has with probability 1 - exp(-hazard).
 *
 * @param persons an integer >= 0
 * @param hazard >= 0; what has an infinite one takes no draw
 */
export function countEvents(clock: Clock, persons: number, hazard: number): number {
  const spent = persons * hazard;
  if (spent <= clock.left && spent <= manyEvents) {
    clock.left -= spent;
    return 0;
  }
  return spent > 0 ? drawEvents(clock, persons, hazard) : 0;
}

/**
 * The same of cells, one after another.
 *
 * @param hazards by entry
 * @param happened is told the place of each cell with events, and how many
 */
export function sweep(
  clock: Clock,
  { list: { cells, persons }, from, to, first }: Stretch,
  hazards: Float64Array,
  happened: (place: number, events: number) => void,
): void {
  // Not by `countEvents`: most of the engine's time goes here, and it is half as long with the clock's time in a variable.
  let { left } = clock;
  for (let i = from; i < to; i++) {
    const hazard = hazards[cells[i] - first];
    const spent = persons[i] * hazard;
    if (spent <= left && spent <= manyEvents) left -= spent;
    else if (spent > 0) {
      clock.left = left;
      const events = drawEvents(clock, persons[i], hazard);
      left = clock.left;
      if (events > 0) happened(i, events);
    }
  }
  clock.left = left;
}

/** Takes out of cells those to whom an event of the same hazard for all happens; returns how many. */
export function takeEvents(clock: Clock, { list: { persons }, from, to }: Stretch, hazard: number): number {
  let taken = 0;
  for (let i = from; hazard > 0 && i < to; i++) {
    const events = countEvents(clock, persons[i], hazard);
    persons[i] -= events;
    taken += events;
  }
  return taken;
}

function drawEvents(clock: Clock, persons: number, hazard: number): number {
  if (hazard === Number.POSITIVE_INFINITY) return persons;
  if (persons * hazard > manyEvents)
    return binomialQuantile(nextUniform(streamOf(clock)), persons, -Math.expm1(-hazard));
  if (Number.isNaN(clock.left)) windUp(clock);
  let events = 0;
  let rest = persons;
  while (rest * hazard > clock.left) {
    rest = Math.max(0, rest - 1 - Math.floor(clock.left / hazard));
    events++;
    windUp(clock);
  }
  clock.left -= rest * hazard;
  return events;
}

function windUp(clock: Clock): void {
  clock.left = -Math.log(nextUniform(streamOf(clock)));
}
