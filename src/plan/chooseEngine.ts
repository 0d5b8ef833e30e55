import { central } from "./parameters.ts";
import type { Engine, Plan } from "./plan.ts";

/** Pools up to this many members run exactly: there the chance of who leaves matters. */
const smallPool = 20_000;

/** Above this probability of a claim in a period Poisson counts are no longer as good as exact ones. */
const rare = 1e-3;

type Compiled = Pick<
  Plan,
  "rules" | "draws" | "ages" | "joining" | "closedGroup" | "classes" | "tiers" | "periodsPerYear" | "periods"
>;

/** Takes what the scenario asks for; `auto` takes the exact engine for small pools and frequent claims. */
export function chooseEngine(wish: "auto" | "exact" | "fast", plan: Compiled): Engine {
  const largestClaimProbability = largestProbability(plan);
  const members = largestPool(plan);
  const exact = (why: string): Engine => ({ kind: "exact", why, largestClaimProbability });
  const fast = (why: string): Engine => ({ kind: "fast", why, largestClaimProbability });
  if (wish !== "auto") return (wish === "exact" ? exact : fast)("asked for");
  const of = `a member's claim probability in a period is at most ${largestClaimProbability.toPrecision(2)}`;
  if (largestClaimProbability > rare) return exact(`claims are not rare: ${of}`);
  if (members <= smallPool) return exact(`the pool is small: at most about ${Math.round(members)} members`);
  return fast(`the pool is large (up to about ${members.toPrecision(2)} members) and claims are rare: ${of}`);
}

/** Largest probability, over rules, classes, ages and sexes, of a claim in one period, at central values. */
function largestProbability({
  rules,
  draws,
  ages,
  closedGroup,
  classes,
  tiers,
  periodsPerYear,
  periods,
}: Compiled): number {
  let largest = 0;
  const years = Math.ceil(periods.length / periodsPerYear);
  const youngest = Math.min(...ages.entries.map(({ age }) => age));
  const oldest = Math.max(...ages.entries.map(({ age }) => age)) + years;
  rules.forEach((of, r) => {
    const tables = ages.tables[r];
    const levels = of.tierLevels.map((level) => central(level, draws));
    const common = central(of.level, draws);
    classes.forEach((_, k) => {
      const risk = common * central(of.classes[k].relativeRisk, draws);
      const own = tiers.map(({ classIndex }) => classIndex === null || classIndex === k);
      for (const sex of [0, 1]) {
        for (
          let age = youngest;
          age <= Math.min(oldest, tables.ages - 1, Math.ceil(tables.leaveAt) - 1);
          age++
        ) {
          const rate = levels.reduce(
            (sum, level, i) => sum + (own[i] ? level * tables.claim[i][sex * tables.ages + age] : 0),
            0,
          );
          largest = Math.max(
            largest,
            closedGroup ? Math.min(1, risk * rate) : -Math.expm1((-risk * rate) / periodsPerYear),
          );
        }
      }
    });
  });
  return largest;
}

/** The most members that the plan may have, roughly: the target's peak, or all who may join. */
function largestPool({ joining, draws }: Compiled): number {
  const valueAt = (param: typeof joining.initial) => central(param, draws);
  const scheduled = joining.scheduled.reduce(
    (sum, { perYear, years }) => sum + valueAt(perYear) * years.reduce((a, b) => a + b, 0),
    0,
  );
  const bass = joining.bass ? valueAt(joining.bass.potential) : 0;
  return Math.max(...joining.target, valueAt(joining.initial) + scheduled + bass);
}
