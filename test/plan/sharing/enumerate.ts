import { binomialProbability, poissonProbability } from "../../../src/random/countProbability.ts";
import type { GroupRow } from "../../../src/scenario/scenario.ts";

/** Something that can happen: what each row loses, and how probable it is. */
export interface Outcome {
  readonly probability: number;
  readonly losses: readonly number[];
}

/** All that can happen to some rows and to one more. */
export function outcomesOf(all: readonly Outcome[], more: ReadonlyMap<number, number>): Outcome[] {
  return all.flatMap(({ probability, losses }) =>
    [...more].map(([loss, p]) => ({ probability: probability * p, losses: [...losses, loss] })),
  );
}

/** The probabilities of a row's losses, member by member and claim by claim, of at most so many claims a member. */
export function lossesOf(row: GroupRow, mostClaims: number): Map<number, number> {
  const oneMember = new Map<number, number>();
  for (let claims = 0; claims <= mostClaims; claims++) {
    for (const [loss, p] of sumOf(amountsOf(row), claims))
      addTo(oneMember, loss, p * countProbability(row, claims));
  }
  return sumOf(oneMember, row.number);
}

function sumOf(one: ReadonlyMap<number, number>, times: number): Map<number, number> {
  let all = new Map([[0, 1]]);
  for (let i = 0; i < times; i++) {
    const next = new Map<number, number>();
    for (const [loss, p] of all) for (const [more, q] of one) addTo(next, round(loss + more), p * q);
    all = next;
  }
  return all;
}

/** Sums of the same amounts in another order are the same. */
function round(loss: number): number {
  return Math.round(loss * 1e9) / 1e9;
}

function addTo(map: Map<number, number>, key: number, p: number): void {
  map.set(key, (map.get(key) ?? 0) + p);
}

function amountsOf({ benefit }: GroupRow): Map<number, number> {
  if (typeof benefit === "number") return new Map([[benefit, 1]]);
  if (!("perClaim" in benefit) || benefit.perClaim.kind !== "discrete") throw new Error("not discrete");
  const { values, probabilities } = benefit.perClaim;
  return new Map(values.map((value, i) => [value, probabilities[i]]));
}

function countProbability({ claims }: GroupRow, n: number): number {
  switch (claims.kind) {
    case "atMostOne": {
      const p = Number(claims.probability);
      if (n > 1) return 0;
      return n === 1 ? p : 1 - p;
    }
    case "poisson":
      return poissonProbability(n, Number(claims.mean));
    case "geometric":
      return negativeBinomial(n, Number(claims.mean), 1);
    case "negativeBinomial":
      return negativeBinomial(n, Number(claims.mean), Number(claims.shape));
  }
}

function negativeBinomial(n: number, mean: number, shape: number): number {
  const p = shape / (shape + mean);
  return (shape / (shape + n)) * binomialProbability(shape, n, p, 1 - p);
}
