import { describe, expect, it } from "vitest";
import { drawClaims } from "../../src/engine/drawClaims.ts";
import { binomialQuantile } from "../../src/random/binomialQuantile.ts";
import type { Distribution } from "../../src/random/distribution.ts";
import { normalQuantile } from "../../src/random/normalQuantile.ts";
import { poissonQuantile } from "../../src/random/poissonQuantile.ts";
import { quantile } from "../../src/random/quantileOf.ts";
import { seedKey } from "../../src/random/seedKey.ts";
import { openStream } from "../../src/random/streams.ts";
import { supportOf } from "../../src/random/supportOf.ts";
import { binomialLaw, type CountLaw, negativeBinomialLaw, poissonLaw, sumsOf } from "../random/countLaw.ts";
import { exactTails } from "../random/exactTails.ts";
import { bonferroni, kolmogorovP } from "../random/pValue.ts";
import {
  countCellsP,
  countKolmogorovP,
  everywhere,
  type Region,
  sizeCellsP,
  sizeKolmogorovP,
  tails,
  uniformsIn,
} from "../random/sampled.ts";
import { wideDistributions } from "../random/wideDistributions.ts";

const draws = 10_000;
const inTails = 4000;
const level = 0.001;

/** Nothing but chance in all p-values of a test together. */
function expectChance(pValues: readonly number[]): void {
  expect(bonferroni(pValues)).toBeGreaterThan(level);
  // A single cell has no p-value of its own.
  const told = pValues.filter((p) => p !== 0.5);
  const p = kolmogorovP(Float64Array.from(told));
  expect(Math.min(p, 1 - p)).toBeGreaterThan(level);
}

/** A law of counts, and how a uniform number becomes one. */
interface Case {
  readonly name: string;
  readonly law: CountLaw;
  readonly of: (u: number) => number;
}

function pValuesOf({ name, law, of }: Case): number[] {
  const from = (region: Region, what: string) => {
    const next = uniformsIn(region, `${name}, ${what}`);
    return () => of(next());
  };
  return [
    countCellsP(law, everywhere, draws, from(everywhere, "cells")),
    countKolmogorovP(law, draws, from(everywhere, "sums"), name),
    ...tails.map((region) => countCellsP(law, region, inTails, from(region, `${region.end} ${region.part}`))),
  ];
}

/** Whether a count is the smallest that reaches u, or 1 - rest, to a relative 1e-9 of the tail. */
function isSmallest({ law, of }: Case, { end, part }: Region): boolean {
  const sums = sumsOf(law);
  const count = of(end === "low" ? part : 1 - part);
  const { below, atMost, orMore, above } = sums(count);
  const slack = 1e-9;
  return end === "low"
    ? atMost >= part * (1 - slack) && below <= part * (1 + slack)
    : above <= part * (1 + slack) && orMore >= part * (1 - slack);
}

const powers = (from: number, to: number, steps: number) =>
  Array.from({ length: steps + 1 }, (_, i) => 10 ** (from + ((to - from) * i) / steps));

const poissons: Case[] = powers(-6, 7, 39).map((mean) => ({
  name: `poisson ${mean}`,
  law: poissonLaw(mean),
  of: (u) => poissonQuantile(u, mean),
}));

const sides = [...powers(-9, -1, 8), 0.3, 0.5, 0.8, ...powers(-9, -1, 4).map((q) => 1 - q)];
const binomials: Case[] = [1, 3, 40, 1000, 1e5, 1e7, 1e9].flatMap((n) =>
  sides.map((p) => ({
    name: `binomial ${n} ${p}`,
    law: binomialLaw(n, p),
    of: (u: number) => binomialQuantile(u, n, p),
  })),
);

describe.each([
  ["Poisson counts of mean 1e-6 to 1e7", poissons],
  ["binomial counts of 1 to 1e9 trials, of probability 1e-9 to 1 - 1e-9", binomials],
])("%s", (_, cases) => {
  it("follow their exact probabilities, in the middle and in both tails down to 1e-6", () => {
    expectChance(cases.flatMap(pValuesOf));
  });

  it("are the smallest to reach 1e-3 to 1e-12 of either tail", () => {
    const regions = powers(-12, -3, 9).flatMap((part) =>
      (["low", "high"] as const).map((end) => ({ end, part })),
    );
    const wrong = cases.flatMap((one) =>
      regions
        // Of 1 - 1e-12 a number keeps four digits only.
        .filter(({ end, part }) => (end === "low" || part > 1e-8) && !isSmallest(one, { end, part }))
        .map(({ end, part }) => `${one.name} ${end} ${part}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the same tests", () => {
  const law = poissonLaw(1000);
  const smallest = (of: (u: number) => number) => bonferroni(pValuesOf({ name: "wrong", law, of }));

  it("reject a mean that is half a per cent off", () => {
    expect(smallest((u) => poissonQuantile(u, 1005))).toBeLessThan(1e-9);
  });

  it("reject a rounded normal number, by its tails", () => {
    expect(smallest((u) => Math.round(1000 + Math.sqrt(1000) * normalQuantile(u)))).toBeLessThan(1e-9);
  });

  it("reject counts that skip one of fifty", () => {
    const of = (u: number) => poissonQuantile(u, 1000);
    expect(smallest((u) => (of(u) % 50 === 0 ? of(u) + 25 : of(u)))).toBeLessThan(1e-9);
  });
});

describe("claims of closed groups", () => {
  /** As the engine draws them: a gamma number, and a Poisson number around it. */
  function pValues(members: number, mean: number, shape: number): number[] {
    const law = negativeBinomialLaw(members * mean, members * shape);
    const stream = (what: string) => openStream(seedKey(`${what} ${members} ${mean} ${shape}`), 0, 0, 0);
    const drawFrom = (what: string) => {
      const own = stream(what);
      return () => drawClaims({ kind: "negativeBinomial", shape }, members, mean, own, () => shape);
    };
    return [
      countCellsP(law, everywhere, draws, drawFrom("cells")),
      countKolmogorovP(law, draws, drawFrom("sums"), `negative binomial ${members} ${mean} ${shape}`),
    ];
  }

  it("are negative binomial, and geometric for shape 1, from 1e-6 to 1e5 claims", () => {
    const values = [0.1, 0.7, 1, 5, 1000].flatMap((shape) =>
      powers(-6, 4, 10).flatMap((mean) => [1, 12].flatMap((members) => pValues(members, mean, shape))),
    );
    expectChance(values);
  });
});

describe("sizes", () => {
  const at = (d: Distribution) => (x: number) => exactTails(d, x);

  it("of every kind follow their exact distribution functions, in the middle and in both tails down to 1e-6", () => {
    const values = wideDistributions.flatMap((d) => {
      const from = (region: Region, what: string) => {
        const next = uniformsIn(region, `${JSON.stringify(d)}, ${what}`);
        return () => quantile(d, next());
      };
      return [
        sizeCellsP(at(d), everywhere, draws, from(everywhere, "cells")),
        sizeKolmogorovP(at(d), everywhere, draws, from(everywhere, "distance")),
        ...tails
          .filter((region) => !isCoarse(d, region))
          .map((region) =>
            sizeKolmogorovP(at(d), region, inTails, from(region, `${region.end} ${region.part}`)),
          ),
      ];
    });
    expectChance(values);
  });

  it("of every kind are undone by their exact distribution functions, to 1e-6 of the tail from 1e-9 to 1 - 1e-7", () => {
    const regions = powers(-9, -0.5, 20).flatMap((part) =>
      (["low", "high"] as const).map((end) => ({ end, part })),
    );
    for (const d of wideDistributions) {
      for (const region of regions) {
        const { end, part } = region;
        if (isCoarse(d, region) || (end === "high" && part < 1e-7)) continue;
        const { atMost, above } = exactTails(d, quantile(d, end === "low" ? part : 1 - part));
        const ratio = (end === "low" ? atMost : above) / part;
        expect(Math.abs(ratio - 1), `${JSON.stringify(d)} ${end} ${part}`).toBeLessThan(1e-6);
      }
    }
  });

  it("of single values are each as frequent as it is probable", () => {
    const probabilities = [1e-6, 0.3, 0, 0.2, 0.499, 0.001 - 1e-6];
    const values = probabilities.map((_, i) => 100 * 3 ** i);
    const d: Distribution = { kind: "discrete", values, probabilities };
    const law: CountLaw = { first: 0, probabilities: Float64Array.from(probabilities) };
    const of = (u: number) => values.indexOf(quantile(d, u));
    expectChance(Array.from({ length: 8 }, (_, i) => pValuesOf({ name: `discrete ${i}`, law, of })).flat());
  });
});

/** Near an end of their range numbers may lie too far apart to say how near they are to it. */
function isCoarse(d: Distribution, { end, part }: Region): boolean {
  const isLow = end === "low";
  const x = quantile(d, isLow ? part / 1000 : 1 - part / 1000);
  const edge = supportOf(d)[isLow ? 0 : 1];
  return Number.isFinite(edge) && Math.abs(x - edge) < Math.max(1e-290, 1e-8 * Math.abs(edge));
}
