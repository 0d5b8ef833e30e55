import { USE, wordsAt } from "./drawAddress.ts";
import { openUniform } from "./openUniform.ts";
import type { SeedKey } from "./seedKey.ts";

/**
 * Generators of many replications side by side, one a lane. Each is a xoshiro128** with a state of its own, held word
 * by word over all lanes, so that one call advances them all in a tight loop.
 */
export type Streams = {
  readonly lanes: number;
  /** Word w of the state of lane i is `state[w][i]`. */
  readonly state: readonly [Int32Array, Int32Array, Int32Array, Int32Array];
};

/** One generator, for draws whose number is not known beforehand. */
export type Stream = Streams & { readonly lanes: 1 };

const words = new Uint32Array(4);

/**
 * Opens the streams of replications firstReplication .. firstReplication + lanes - 1 for one purpose.
 *
 * A lane depends on its own replication only: which others run beside it does not matter. Lane i is the stream that
 * `openStream` gives for replication firstReplication + i and index 0.
 *
 * @param firstReplication integer in [0, 2^53 - lanes]
 * @param lanes integer >= 1
 * @param purpose as given by `purpose(name)`
 * @example openStreams(seedKey("fentan"), 0, 8, poolPurposes("", 0).claims("severe"))
 */
export function openStreams(key: SeedKey, firstReplication: number, lanes: number, purpose: number): Streams {
  const streams: Streams = { lanes, state: emptyState(lanes) };
  for (let lane = 0; lane < lanes; lane++) seedLane(streams, lane, key, firstReplication + lane, purpose, 0);
  return streams;
}

/**
 * Opens one stream for (key, replication, purpose, index).
 *
 * @param replication integer in [0, 2^53)
 * @param purpose as given by `purpose(name)`
 * @param index integer in [0, 2^32), e.g. the period: a stream of its own each period keeps periods comparable
 *   between scenarios even if one of them drew more often before
 * @example nextUniform(openStream(seedKey("fentan"), 17, poolPurposes("", 0).cells("deaths"), 3)) // 0.32260878835678375
 */
export function openStream(key: SeedKey, replication: number, purpose: number, index: number): Stream {
  const stream = emptyStream();
  reopenStream(stream, key, replication, purpose, index);
  return stream;
}

/** A stream that is still to be opened. */
export function emptyStream(): Stream {
  return { lanes: 1, state: emptyState(1) };
}

/** Makes a stream the one that `openStream` gives, without a new one. */
export function reopenStream(
  stream: Stream,
  key: SeedKey,
  replication: number,
  purpose: number,
  index: number,
): void {
  seedLane(stream, 0, key, replication, purpose, index);
}

/**
 * Puts the next uniform number of every lane into `out`, each strictly between 0 and 1, in steps of 2^-52.
 *
 * @param out receives `streams.lanes` numbers
 */
export function nextUniforms(streams: Streams, out: Float64Array): void {
  const { lanes, state } = streams;
  const [s0, s1, s2, s3] = state;
  for (let lane = 0; lane < lanes; lane++) {
    const high = nextWord(s0, s1, s2, s3, lane);
    const low = nextWord(s0, s1, s2, s3, lane);
    out[lane] = openUniform(high, low);
  }
}

/** The next uniform number of a stream, strictly between 0 and 1, in steps of 2^-52. */
export function nextUniform(stream: Stream): number {
  const [s0, s1, s2, s3] = stream.state;
  const high = nextWord(s0, s1, s2, s3, 0);
  const low = nextWord(s0, s1, s2, s3, 0);
  return openUniform(high, low);
}

/**
 * One step of xoshiro128** in one lane: returns a signed 32-bit word and replaces the lane's state.
 *
 * Period 2^128 - 1; the state must not be all zero, which a seed drawn at random is with probability 2^-128.
 *
 * Source: Blackman & Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47:4 (2021).
 */
function nextWord(s0: Int32Array, s1: Int32Array, s2: Int32Array, s3: Int32Array, lane: number): number {
  const a = s0[lane];
  const b = s1[lane];
  const c = s2[lane] ^ a;
  const d = s3[lane] ^ b;
  s0[lane] = a ^ d;
  s1[lane] = b ^ c;
  s2[lane] = c ^ (b << 9);
  s3[lane] = rotateLeft(d, 11);
  return Math.imul(rotateLeft(Math.imul(b, 5), 7), 9);
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function emptyState(lanes: number): Streams["state"] {
  return [new Int32Array(lanes), new Int32Array(lanes), new Int32Array(lanes), new Int32Array(lanes)];
}

function seedLane(
  streams: Streams,
  lane: number,
  key: SeedKey,
  replication: number,
  purpose: number,
  index: number,
): void {
  wordsAt(words, key, USE.stream, replication, purpose, index);
  for (let word = 0; word < 4; word++) streams.state[word][lane] = words[word];
}
