import { metricIndex } from "../plan/metrics.ts";
import type { Plan } from "../plan/plan.ts";
import { coversYear, factsOf } from "../plan/planFacts.ts";
import { isoDate } from "../scenario/day.ts";
import type { Scenario } from "../scenario/scenario.ts";

/**
 * What is allowed in a scenario but may not be meant, in sentences. No mistakes: a run goes ahead.
 *
 * @example ["no calendar year is simulated in full, so no yearly share can be compared"]
 */
export function remarksOn(scenario: Scenario, plan: Plan): string[] {
  return [
    ...calendarRemarks(scenario, plan),
    ...coverRemarks(scenario, plan),
    ...sharingRemarks(scenario),
    ...historyRemarks(scenario),
    ...overrideRemarks(scenario),
  ];
}

function calendarRemarks({ calendar }: Scenario, { years, replications }: Plan): string[] {
  const remarks: string[] = [];
  if (!years.some((year) => coversYear(calendar, year))) {
    remarks.push("no calendar year is simulated in full, so yearly figures are of parts of years");
  }
  if (replications < 100) remarks.push(`${replications} replications say little about rare outcomes`);
  return remarks;
}

function coverRemarks(scenario: Scenario, plan: Plan): string[] {
  const { cover } = scenario.stages[0];
  const remarks: string[] = [];
  const likely = plan.engine.largestClaimProbability;
  if (cover && likely > 0.1) {
    remarks.push(`some members claim with a probability of ${likely.toPrecision(2)} in a single period`);
  }
  if (cover?.waitingDays === 0)
    remarks.push("there is no waiting period: the ill may join and claim at once");
  const risk = factsOf(scenario, plan).classes.reduce(
    (sum, { portionOfJoiners, relativeRisk }) => sum + portionOfJoiners * relativeRisk,
    0,
  );
  if (cover && Math.abs(risk - 1) > 0.1) {
    remarks.push(
      `joiners have a mean relative risk of ${risk.toPrecision(3)}: the tables' level is not their own`,
    );
  }
  return remarks;
}

function sharingRemarks({ stages }: Scenario): string[] {
  const high = stages.find(({ sharing: { fee } }) => typeof fee === "number" && fee > 0.5);
  return high ? [`from ${isoDate(high.from)} on the fee is more than half of the aid`] : [];
}

function historyRemarks({ history, calendar }: Scenario): string[] {
  const outside = history.filter(({ day }) => day < calendar.from || day > calendar.to).length;
  const unknown = [...new Set(history.map(({ figure }) => figure))].filter(
    (figure) => !Object.hasOwn(metricIndex, figure.replace(/^years\./, "")),
  );
  return [
    ...(outside > 0 ? [`${observationsLie(outside)} outside the calendar`] : []),
    ...(unknown.length > 0 ? [`the history has figures that are not simulated: ${unknown.join(", ")}`] : []),
  ];
}

const observationsLie = (count: number) =>
  count === 1 ? "1 observation of the history lies" : `${count} observations of the history lie`;

/**
 * What `--set` does not reach: of the rules at the start, a number that a dated change gives anew.
 *
 * @example ["--set sharing.fee holds only until changes[0].sharing.fee changes it again: set that as well"]
 */
export function overrideRemarks({ assumptions }: Scenario): string[] {
  const set = assumptions.filter(({ from, path }) => from === "--set" && !path.startsWith("changes["));
  return set.flatMap(({ path }) =>
    assumptions
      .filter((later) => later.path.startsWith("changes[") && later.path.endsWith(`].${path}`))
      .map((later) => `--set ${path} holds only until ${later.path} changes it again: set that as well`),
  );
}
