import { describe, expect, it } from "vitest";
import { poolPurposes, purpose } from "../../src/random/purpose.ts";
import { seedKey } from "../../src/random/seedKey.ts";
import { nextUniform, nextUniforms, openStream, openStreams, type Stream } from "../../src/random/streams.ts";
import { uniformAt } from "../../src/random/uniformAt.ts";
import { dependence, unevenness } from "./chiSquare.ts";

const key = seedKey("fentan");
const LANES = 65_536;

function streamWithState(...words: number[]): Stream {
  const [a, b, c, d] = words.map((word) => Int32Array.of(word));
  return { lanes: 1, state: [a, b, c, d] };
}

function uniformsOf(stream: Stream, count: number): number[] {
  return Array.from({ length: count }, () => nextUniform(stream));
}

function drawLanes(seed: string, firstReplication: number, forWhat: string, draws = 1): Float64Array {
  const streams = openStreams(seedKey(seed), firstReplication, LANES, purpose(forWhat));
  const out = new Float64Array(LANES);
  for (let i = 0; i < draws; i++) nextUniforms(streams, out);
  return out;
}

function* pairs(first: Float64Array, second: Float64Array): Generator<[number, number]> {
  for (let i = 0; i < first.length; i++) yield [first[i], second[i]];
}

describe("streams", () => {
  // Written by test/reference/xoshiro128starstar.c, gcc 12.2.0.
  it("are xoshiro128** as its reference algorithm in C, from a small state", () => {
    const stream = streamWithState(1, 2, 3, 4);
    expect(uniformsOf(stream, 5)).toEqual([
      2.6822090150036004e-6, 0.0013799965420012716, 0.47304711383329667, 0.29970869302507264,
      0.8682488924803738,
    ]);
    expect(uniformsOf(stream, 996).at(-1)).toBe(0.4137895284137202);
  });

  it("are xoshiro128** as its reference algorithm in C, from a state with all kinds of bits", () => {
    const stream = streamWithState(0xdeadbeef, 0x80000000, 0xffffffff, 0x9e3779b9);
    expect(uniformsOf(stream, 5)).toEqual([
      1.3428027012540866e-7, 0.6035928822208808, 0.8070328965393242, 0.7029554495284228, 0.959591003212899,
    ]);
    expect(uniformsOf(stream, 996).at(-1)).toBe(0.5391258282454922);
  });

  it("are seeded as a separate implementation in Python 3 seeds them", () => {
    const stream = openStream(key, 17, poolPurposes("", 0).cells("deaths"), 3);
    expect(uniformsOf(stream, 2)).toEqual([0.32260878835678375, 0.5443567877494025]);
  });

  it("give a replication the same draws in any lane, beside any others", () => {
    const alone = openStreams(key, 1003, 1, 7);
    const among = openStreams(key, 1000, 8, 7);
    const single = openStream(key, 1003, 7, 0);
    const one = new Float64Array(1);
    const eight = new Float64Array(8);
    for (let draw = 0; draw < 50; draw++) {
      nextUniforms(alone, one);
      nextUniforms(among, eight);
      expect(eight[3]).toBe(one[0]);
      expect(nextUniform(single)).toBe(one[0]);
    }
  });

  it("leave what is beyond the lanes of the output alone", () => {
    const out = new Float64Array(6).fill(-1);
    nextUniforms(openStreams(key, 0, 4, 7), out);
    expect([...out.subarray(4)]).toEqual([-1, -1]);
    expect(Math.min(...out.subarray(0, 4))).toBeGreaterThan(0);
  });

  it("do not repeat what uniformAt gives at the same address", () => {
    expect(nextUniform(openStream(key, 5, 6, 7))).not.toBe(uniformAt(key, 5, 6, 7));
  });

  it("are uniform over replications at the first, second and tenth draw", () => {
    for (const draws of [1, 2, 10]) {
      expect(unevenness(drawLanes("1", 0, "claims/a", draws), 256)).toBeLessThan(1);
    }
  });

  it("are independent between neighbouring replications", () => {
    const here = drawLanes("1", 0, "claims/a");
    const next = drawLanes("1", 1, "claims/a");
    expect([...here.subarray(1)]).toEqual([...next.subarray(0, -1)]);
    const even = here.filter((_, i) => i % 2 === 0);
    const odd = here.filter((_, i) => i % 2 === 1);
    expect(dependence(pairs(even, odd))).toBeLessThan(1);
  });

  it("are independent between purposes, between seeds and between draws", () => {
    const here = drawLanes("1", 0, "claims/a");
    expect(dependence(pairs(here, drawLanes("1", 0, "claims/b")))).toBeLessThan(1);
    expect(dependence(pairs(here, drawLanes("2", 0, "claims/a")))).toBeLessThan(1);
    expect(dependence(pairs(here, drawLanes("1", 0, "claims/a", 2)))).toBeLessThan(1);
  });

  it("are independent between a long row of neighbouring seed phrases", () => {
    const firsts = Float64Array.from({ length: 8192 }, (_, i) =>
      nextUniform(openStream(seedKey(`${i}`), 0, 1, 0)),
    );
    expect(unevenness(firsts, 64)).toBeLessThan(1);
    expect(dependence(pairs(firsts.subarray(0, -1), firsts.subarray(1)), 8)).toBeLessThan(1);
  });

  it("have no serial correlation within a replication", () => {
    const values = uniformsOf(openStream(key, 3, 4, 0), 200_000).map((u) => (u - 0.5) * Math.sqrt(12));
    for (let lag = 1; lag <= 8; lag++) {
      let sum = 0;
      for (let i = lag; i < values.length; i++) sum += values[i] * values[i - lag];
      expect(Math.abs(sum / Math.sqrt(values.length - lag))).toBeLessThan(4.9);
    }
  });
});
