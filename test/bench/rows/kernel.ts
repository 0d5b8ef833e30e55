import { mustAgree } from "../agree.ts";
import { inTurn } from "../inTurn.ts";
import { type Measured, nanosecondsPerApportionment, nanosecondsPerCellStep } from "../measured.ts";
import { type Found, type Peer, peerInC, peerInNumpy, peerInR, writeRatesFile } from "../peers.ts";
import { workFolder } from "../places.ts";
import { measureOnce } from "../processes.ts";
import type { Absent, Measurements, Row, Side } from "../row.ts";
import { type BenchPool, cells360, cells2808, smallPool } from "../scenarios.ts";
import type { Settings } from "../settings.ts";
import { speedOf } from "../speedOf.ts";
import { ratiosOf, spreadOf } from "../spread.ts";
import { atLeast, atMost, type Target } from "../target.ts";

/** Replications that take each side about a second, in a full run. */
interface Sizes {
  readonly ours: number;
  readonly c: number;
  readonly numpy: number;
  readonly r: number;
}

/** A peer to be compared with, and what the comparison is called. */
interface Contest {
  readonly name: string;
  readonly what: string;
  readonly found: Found;
  readonly replications: number;
  readonly target: Target;
}

/** The pool of 360 cells against C, NumPy and R. */
export const against360 = (settings: Settings) =>
  againstAll("360", "360 cells", cells360, { ours: 2048, c: 16_384, numpy: 2048, r: 512 }, settings);

/** The pool of 2,808 cells against the same. */
export const against2808 = (settings: Settings) =>
  againstAll("2808", "2,808 cells", cells2808, { ours: 512, c: 4096, numpy: 512, r: 256 }, settings);

function againstAll(key: string, cells: string, pool: BenchPool, sizes: Sizes, settings: Settings) {
  const contests = [
    {
      name: `c-${key}`,
      what: `our time against C’s, ${cells}`,
      found: peerInC("fast", workFolder),
      replications: sizes.c,
      target: atMost(2, 1.25),
    },
    {
      name: `numpy-${key}`,
      what: `times as fast as NumPy, ${cells}`,
      found: peerInNumpy(),
      replications: sizes.numpy,
      target: atLeast(3, 10),
    },
    {
      name: `r-${key}`,
      what: `times as fast as R, ${cells}`,
      found: peerInR(),
      replications: sizes.r,
      target: atLeast(20, 50),
    },
  ];
  return compareAll(pool, sizes.ours, contests, nanosecondsPerCellStep, settings);
}

/** The exact engine against C with the same sampler of binomial numbers. */
export function exactAgainstC(settings: Settings): Measurements {
  const contest = {
    name: "exact-c",
    what: "our time against C’s, exact engine",
    found: peerInC("exact", workFolder),
    replications: 2048,
    target: atMost(1.5),
  };
  // How many cells have members is chance: the unit is an apportionment.
  return compareAll(smallPool, 512, [contest], nanosecondsPerApportionment, settings);
}

/** All sides in turn; the first repetition's results must be the same but for chance. */
function compareAll(
  pool: BenchPool,
  replications: number,
  contests: readonly Contest[],
  timeOf: (measured: Measured) => number,
  { repetitions, quick }: Settings,
): Measurements {
  const count = (full: number) => (quick ? Math.max(256, full / 4) : full);
  const absent = contests.flatMap(absentOf);
  if (absent.length === contests.length) return { rows: [], absent };
  const rates = writeRatesFile(pool, workFolder);
  const there = contests.flatMap((contest) =>
    "measure" in contest.found ? [{ ...contest, peer: contest.found }] : [],
  );
  const [ours, ...peers] = inTurn<Measured>(repetitions, [
    (repetition) =>
      measureOnce({
        kind: "once",
        subject: { pool },
        replications: count(replications),
        set: [`seed="bench ${repetition}"`],
      }),
    ...there.map((of) => (repetition: number) => of.peer.measure(rates, count(of.replications), repetition)),
  ]);
  const rows = there.map((contest, i) => {
    mustAgree(contest.what, ours[0], peers[i][0]);
    return rowOf(contest, contest.peer, ours, peers[i], timeOf);
  });
  return { rows, absent };
}

function absentOf({ name, what, found }: Contest): Absent[] {
  return "missing" in found ? [{ name, what, why: found.missing }] : [];
}

function rowOf(
  { name, what, target }: Contest,
  peer: Peer,
  ours: readonly Measured[],
  theirs: readonly Measured[],
  timeOf: (measured: Measured) => number,
): Row {
  const unit = timeOf === nanosecondsPerCellStep ? "ns/cell-step" : "ns/apportionment";
  const [our, their] = [ours.map(timeOf), theirs.map(timeOf)];
  const side = (name: string, values: readonly number[]): Side => ({ name, value: spreadOf(values), unit });
  return {
    name,
    what,
    ours: side("fentan", our),
    peer: side(peer.name, their),
    ratio: target.kind === "atMost" ? ratiosOf(our, their) : ratiosOf(their, our),
    better: target.kind === "atMost" ? "smaller" : "larger",
    judged: "ratio",
    target,
    speeds: { ours: speedOf(ours), peer: speedOf(theirs) },
    details: {},
  };
}
