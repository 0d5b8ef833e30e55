import { describe, expect, it } from "vitest";
import { addPersons, newCellList, stretchFrom, wholeList } from "../../../src/engine/exact/cellList.ts";
import {
  type Clock,
  countEvents,
  newClock,
  streamOf,
  sweep,
  takeEvents,
  turnTo,
} from "../../../src/engine/exact/clock.ts";
import { drawBinomial } from "../../../src/engine/multinomial.ts";
import { poolPurposes } from "../../../src/random/purpose.ts";
import { seedKey } from "../../../src/random/seedKey.ts";
import { nextUniform, openStream } from "../../../src/random/streams.ts";

const key = seedKey("clock");
const purpose = poolPurposes("", 0).cells("test");
const clockAt = (replication = 0, index = 0): Clock => {
  const clock = newClock(key, purpose);
  turnTo(clock, replication, index);
  return clock;
};

function listOf(persons: number[]) {
  const list = newCellList();
  for (const [cell, here] of persons.entries()) addPersons(list, cell, here);
  return list;
}

/** Pearson's statistic of drawn counts against a binomial law, and its degrees of freedom. */
function misfit(drawn: number[], n: number, p: number) {
  const expected = [drawn.length * (1 - p) ** n];
  for (let k = 1; k <= n; k++) expected.push((expected[k - 1] * (n - k + 1) * p) / (k * (1 - p)));
  const common = [...expected.keys()].filter((k) => expected[k] >= 10);
  const sum = common.reduce(
    (of, k) => of + (drawn.filter((x) => x === k).length - expected[k]) ** 2 / expected[k],
    0,
  );
  return { sum, freedom: common.length };
}

describe("a clock's counts", () => {
  it("draws nothing for nobody, no hazard, and certainty", () => {
    const clock = clockAt();
    expect(countEvents(clock, 0, 0.1)).toBe(0);
    expect(countEvents(clock, 10, 0)).toBe(0);
    expect(countEvents(clock, 0, Number.POSITIVE_INFINITY)).toBe(0);
    expect(countEvents(clock, 10, Number.POSITIVE_INFINITY)).toBe(10);
    expect(clock.isOpen).toBe(false);
  });

  it.each([
    [1, 0.3],
    [3, 0.05],
    [7, 0.2],
    [40, 0.03],
    [40, 0.3],
  ])("are binomial: %i members, probability %d", (n, p) => {
    const clock = clockAt();
    const drawn = Array.from({ length: 40_000 }, () => countEvents(clock, n, -Math.log1p(-p)));
    const { sum, freedom } = misfit(drawn, n, p);
    // Mean and standard deviation of the chi-square law.
    expect(sum).toBeLessThan(freedom + 4 * Math.sqrt(2 * freedom));
  });

  it("of one group tell nothing of the next, however different their hazards", () => {
    const clock = clockAt();
    const pairs = Array.from({ length: 40_000 }, () => [
      countEvents(clock, 2, 0.3),
      countEvents(clock, 20, 0.02),
    ]);
    const both = pairs.filter(([a, b]) => a > 0 && b > 0).length / pairs.length;
    const expected = (1 - Math.exp(-0.6)) * (1 - Math.exp(-0.4));
    expect(Math.abs(both - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / pairs.length));
  });

  it("are those of one replication and period, whatever came before", () => {
    const clock = clockAt(3, 5);
    const drawn = () => Array.from({ length: 20 }, () => countEvents(clock, 5, 0.07));
    const before = drawn();
    turnTo(clock, 3, 6);
    expect(drawn()).not.toEqual(before);
    turnTo(clock, 3, 5);
    expect(drawn()).toEqual(before);
  });
});

describe("a clock's stream", () => {
  it("is the replication's and period's own", () => {
    expect(nextUniform(streamOf(clockAt(3, 5)))).toBe(nextUniform(openStream(key, 3, purpose, 5)));
  });

  it("can be drawn from beside the clock", () => {
    const clock = clockAt();
    expect(drawBinomial(streamOf(clock), 10, 1)).toBe(10);
    expect(streamOf(clock)).toBe(streamOf(clock));
  });
});

describe("a sweep", () => {
  const persons = [3, 0, 50, 1, 700, 2, 8];
  const hazards = Float64Array.of(0.02, 0.1, 0.01, 0, 0.03, Number.POSITIVE_INFINITY, 0.04);

  it("has the events that the cells would have one by one", () => {
    const [together, single] = [clockAt(), clockAt()];
    for (let repetition = 0; repetition < 50; repetition++) {
      const events = persons.map(() => 0);
      sweep(together, stretchFrom(listOf(persons), 0, persons.length), hazards, (place, here) => {
        events[place] = here;
      });
      expect(events).toEqual(persons.map((here, e) => countEvents(single, here, hazards[e])));
    }
  });

  it("takes out those with an event of one hazard for all", () => {
    const [together, single] = [clockAt(), clockAt()];
    const list = listOf(persons);
    const taken = takeEvents(together, wholeList(list), 0.05);
    const expected = persons.map((here) => countEvents(single, here, 0.05));
    expect(taken).toBe(expected.reduce((a, b) => a + b));
    expect([...list.persons].slice(0, persons.length)).toEqual(persons.map((here, i) => here - expected[i]));
  });
});
