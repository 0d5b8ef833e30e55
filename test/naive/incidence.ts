import { daysPerYear } from "../../src/scenario/day.ts";
import type { Cover, Illness, RateTable, Select } from "../../src/scenario/scenario.ts";
import { classesOf } from "./classes.ts";
import { ageNow, rulesNow } from "./people.ts";
import { incidenceIn } from "./shocks.ts";
import type { Known } from "./values.ts";
import type { Member, Pool, World } from "./world.ts";

/** Gives the annual rate at which a member falls ill with an illness. */
export type RateOf = (who: Member, illness: Illness) => number;

/**
 * The rates of a period, at its middle:
 * table(age, sex) x level x relative risk x select(time since joining) x trend x shocks.
 */
export function ratesNow(cover: Cover, pool: Pool, world: World): RateOf {
  const { known, period, shocks } = world;
  const rules = rulesNow(pool, period);
  const middle = period.index + 0.5;
  const trend = (1 + known(cover.trend)) ** (middle / period.perYear);
  const common = known(cover.level) * trend * incidenceIn(period, shocks, known);
  const classes = Object.entries(classesOf(rules, pool));
  const risks = new Map(classes.map(([name, { relativeRisk }]) => [name, known(relativeRisk)]));
  return (who, { incidence, level }) =>
    rateAt(ageNow(who, rules, world), who.sex, incidence) *
    common *
    known(level) *
    (risks.get(who.className) ?? 0) *
    selectFactor(cover.select, (middle - who.joined) / period.perYear, known);
}

/** The rate at an age; below a table's first age none, beyond its last that one's. */
export function rateAt(age: number, sex: "male" | "female", table: RateTable): number {
  const row = Math.floor(age) - table.fromAge;
  return row < 0 ? 0 : table[sex][Math.min(row, table[sex].length - 1)];
}

/** Incidence by years since joining, relative to the table. */
function selectFactor(select: Select, years: number, known: Known): number {
  if (select.kind === "none") return 1;
  if (select.kind === "exponential")
    return 1 - (1 - known(select.start)) * Math.exp((-years * daysPerYear) / known(select.timeConstantDays));
  return known(select.factors[Math.min(Math.floor(years), select.factors.length - 1)]);
}
