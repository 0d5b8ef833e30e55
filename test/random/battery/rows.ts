import { poolPurposes, purposes } from "../../../src/random/purpose.ts";
import { seedKey } from "../../../src/random/seedKey.ts";
import {
  nextUniform,
  nextUniforms,
  openStream,
  openStreams,
  type Stream,
} from "../../../src/random/streams.ts";
import { uniformAt } from "../../../src/random/uniformAt.ts";

/** Numbers of a row. */
export const LENGTH = 2 ** 16;

const key = seedKey("battery");
const plan = poolPurposes("", 0);
const claims = plan.claims("severe");
const filled = (numberAt: (i: number) => number) =>
  Float64Array.from({ length: LENGTH }, (_, i) => numberAt(i));
const first = (stream: Stream) => nextUniform(stream);

/** What streams give in turn, one number of each. */
function inTurn(...streams: readonly Stream[]): Float64Array {
  return filled((i) => nextUniform(streams[i % streams.length]));
}

/** Numbers of many replications side by side, draw after draw, from the draw `skipped` on. */
function sideBySide(lanes: number, skipped: number): Float64Array {
  const streams = openStreams(key, 0, lanes, claims);
  const out = new Float64Array(lanes);
  for (let draw = 0; draw < skipped; draw++) nextUniforms(streams, out);
  return filled((i) => {
    if (i % lanes === 0) nextUniforms(streams, out);
    return out[i % lanes];
  });
}

const ofSeed = (phrase: string) => openStream(seedKey(phrase), 0, claims, 0);
const ofPeriod = (t: number) => openStream(key, 7, plan.cells("lapses"), t);
const ofReplication = (replication: number) => openStream(key, replication, claims, 0);

/**
 * Rows of numbers as the program draws them: along a stream, and across all that tells streams apart - each number the
 * first of another stream, or the numbers of two neighbours in turn.
 */
export const rows: Readonly<Record<string, () => Float64Array>> = {
  "along a stream": () => inTurn(ofReplication(3)),
  "along another": () => inTurn(openStream(key, 2 ** 40, plan.amounts("mild"), 90)),
  "64 replications side by side": () => sideBySide(64, 0),
  "128 replications side by side, much later": () => sideBySide(128, 5000),
  "first numbers across replications": () => sideBySide(LENGTH, 0),
  "third numbers across replications": () => sideBySide(LENGTH, 2),
  "across replications beyond 2^32": () => filled((i) => first(ofReplication(2 ** 32 - LENGTH / 2 + i))),
  "across periods": () => filled((i) => first(ofPeriod(i))),
  "across tiers": () => filled((i) => first(openStream(key, 0, plan.claims(`tier ${i}`), 0))),
  "across pools": () => filled((i) => first(openStream(key, 0, poolPurposes(`pool ${i}`, 0).claims("a"), 5))),
  "across copies of a pool": () =>
    filled((i) => first(openStream(key, 0, poolPurposes("circle", i).claims("a"), 5))),
  "across seeds": () => filled((i) => first(ofSeed(`run ${i}`))),
  "across replications and periods": () => filled((i) => first(openStream(key, i >> 8, claims, i & 255))),
  "uncertain numbers across replications": () =>
    filled((i) => uniformAt(key, i, purposes.parameter("cover.level"), 0)),
  "uncertain numbers of a replication": () =>
    filled((i) => uniformAt(key, 11, purposes.parameter(`x[${i}]`), 0)),
  "shocks of years": () => filled((i) => uniformAt(key, i >> 4, purposes.yearlyShock(), 2010 + (i & 15))),
  "events across replications": () => filled((i) => uniformAt(key, i, purposes.eventHappens("epidemic"), 0)),
  "closings of copies": () =>
    filled((i) => uniformAt(key, i >> 6, poolPurposes("circle", i & 63).closing(), 0)),
  "neighbouring seeds in turn": () => inTurn(ofSeed("a"), ofSeed("b")),
  "numbered seeds in turn": () => inTurn(ofSeed("run 1"), ofSeed("run 2")),
  "neighbouring replications in turn": () => inTurn(ofReplication(0), ofReplication(1)),
  "neighbouring periods in turn": () => inTurn(ofPeriod(0), ofPeriod(1), ofPeriod(2)),
  "what is drawn in a period in turn": () =>
    inTurn(...["lapses", "deaths", "joiners"].map((what) => openStream(key, 0, plan.cells(what), 0))),
  "claims and amounts in turn": () =>
    inTurn(openStream(key, 0, claims, 0), openStream(key, 0, plan.amounts("severe"), 0)),
  "copies in turn": () =>
    inTurn(...[0, 1].map((copy) => openStream(key, 0, poolPurposes("circle", copy).claims("a"), 0))),
  "pools in turn": () =>
    inTurn(...["adult", "senior"].map((pool) => openStream(key, 0, poolPurposes(pool, 0).claims("a"), 0))),
};
