import type { SharingRule, Stage } from "../../src/scenario/scenario.ts";
import { expectedAidNow } from "./expectedAid.ts";
import { ageNow, isCovered } from "./people.ts";
import type { Member, Pool, World } from "./world.ts";

/** Who bears a share in this period. */
export function sharersOf(pool: Pool, { sharing }: Stage, world: World): Member[] {
  if (sharing.sharers === "members") return [...pool.members];
  return pool.members.filter((member) => isCovered(member, world));
}

/** By what the cost is divided. */
export function weigh(sharers: readonly Member[], rules: Stage, pool: Pool, world: World): number[] {
  const { rule } = rules.sharing;
  const { period } = world;
  switch (rule.kind) {
    case "equal":
      return sharers.map(() => 1);
    case "age":
      return sharers.map((member) => ageWeight(rule, Math.floor(ageNow(member, rules, world))));
    case "class":
      return sharers.map(({ className }) => rule.weights[className] ?? 1);
    case "tenure":
      return sharers.map(({ joined }) => tenureWeight(rule, (period.index - joined) / period.perYear));
    case "expectedCost":
      return sharers.map(expectedAidNow(rules, pool, world));
    default:
      throw new Error(`${rule.kind} is for closed groups, which are tested elsewhere`);
  }
}

type Rule<Kind extends SharingRule["kind"]> = Extract<SharingRule, { kind: Kind }>;

function ageWeight({ bands }: Rule<"age">, age: number): number {
  return bands.find(({ ages }) => age >= ages.from && age <= ages.to)?.weight ?? 1;
}

function tenureWeight({ weights }: Rule<"tenure">, years: number): number {
  return weights[Math.min(Math.floor(years), weights.length - 1)];
}
