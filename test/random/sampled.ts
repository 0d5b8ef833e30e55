import { seedKey } from "../../src/random/seedKey.ts";
import { nextUniform, openStream } from "../../src/random/streams.ts";
import { type CountLaw, sumsOf } from "./countLaw.ts";
import type { Tails } from "./exact.ts";
import { cellsP, kolmogorovP } from "./pValue.ts";

/** Where in (0, 1) uniform numbers are drawn: everywhere, or within `part` of an end. */
export interface Region {
  readonly end: "low" | "high";
  readonly part: number;
}

export const everywhere: Region = { end: "low", part: 1 };

/** Both tails, at 1e-4 and 1e-6: so far out that no sample of everywhere gets there. */
export const tails: readonly Region[] = [
  { end: "low", part: 1e-4 },
  { end: "high", part: 1e-4 },
  { end: "low", part: 1e-6 },
  { end: "high", part: 1e-6 },
];

/** Uniform numbers of a stream of its own, within a region. */
export function uniformsIn({ end, part }: Region, name: string): () => number {
  const stream = openStream(seedKey(`sampled ${name}`), 0, 0, 0);
  return () => (end === "low" ? nextUniform(stream) * part : 1 - nextUniform(stream) * part);
}

/**
 * Chi-square of counts against their exact probabilities given the region, in about 40 cells of near equal probability, each
 * of at least 40 expected.
 */
export function countCellsP(law: CountLaw, region: Region, draws: number, draw: () => number): number {
  const { first, probabilities } = law;
  const sums = sumsOf(law);
  const observed = new Map<number, number>();
  for (let i = 0; i < draws; i++) {
    const count = draw();
    observed.set(count, (observed.get(count) ?? 0) + 1);
  }
  const cells: { seen: number; expected: number }[] = [{ seen: 0, expected: 0 }];
  for (let i = 0; i < probabilities.length; i++) {
    const cell = cells[cells.length - 1];
    cell.seen += observed.get(first + i) ?? 0;
    cell.expected += draws * within(sums(first + i), region);
    observed.delete(first + i);
    if (cell.expected >= draws / 40) cells.push({ seen: 0, expected: 0 });
  }
  // What the law all but excludes.
  for (const seen of observed.values()) cells[cells.length - 1].seen += seen * 1e6;
  return cellsP(
    cells.map(({ seen }) => seen),
    cells.map(({ expected }) => expected),
  );
}

/** The part of a region that gives a count. */
function within(
  { below, atMost, orMore, above }: ReturnType<ReturnType<typeof sumsOf>>,
  { end, part }: Region,
) {
  const [near, far] = end === "low" ? [below, atMost] : [above, orMore];
  return (Math.min(far, part) - Math.min(near, part)) / part;
}

/** Kolmogorov-Smirnov of counts, each made a uniform number by a further one between the sums at it. */
export function countKolmogorovP(law: CountLaw, draws: number, draw: () => number, name: string): number {
  const sums = sumsOf(law);
  const spread = uniformsIn(everywhere, `${name}, spread`);
  return kolmogorovP(
    Float64Array.from({ length: draws }, () => {
      const { below, atMost } = sums(draw());
      return below + spread() * (atMost - below);
    }),
  );
}

/** Kolmogorov-Smirnov of numbers made uniform by their exact distribution function, given the region. */
export function sizeKolmogorovP(
  tailsAt: (x: number) => Tails,
  region: Region,
  draws: number,
  draw: () => number,
) {
  return kolmogorovP(Float64Array.from({ length: draws }, () => made(tailsAt(draw()), region)));
}

/** Chi-square of the same in 40 cells. */
export function sizeCellsP(tailsAt: (x: number) => Tails, region: Region, draws: number, draw: () => number) {
  const counts = new Float64Array(40);
  for (let i = 0; i < draws; i++) counts[Math.min(39, Math.floor(40 * made(tailsAt(draw()), region)))]++;
  return cellsP(counts, new Float64Array(40).fill(draws / 40));
}

function made({ atMost, above }: Tails, { end, part }: Region): number {
  return (end === "low" ? atMost : above) / part;
}
