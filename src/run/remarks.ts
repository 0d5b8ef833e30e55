import { metricIndex } from "../plan/metrics.ts";
import type { Plan } from "../plan/plan.ts";
import { coversYear } from "../scenario/coversYear.ts";
import type { PoolScenario, Scenario } from "../scenario/scenario.ts";

/**
 * What may not be meant about how a scenario is run and compared, in sentences. No mistakes: a run goes ahead. What it assumes of the plan is
 * judged by `warningsOn`.
 *
 * @example ["no calendar year is simulated in full, so no yearly share can be compared"]
 */
export function remarksOn(scenario: Scenario, plan: Plan): string[] {
  return [
    ...calendarRemarks(scenario, plan),
    ...claimRemarks(scenario, plan),
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

function claimRemarks({ pools }: Scenario, { engine }: Plan): string[] {
  const likely = engine.largestClaimProbability;
  return pools.some(isOpen) && likely > 0.1
    ? [`some members claim with a probability of ${likely.toPrecision(2)} in a single period`]
    : [];
}

/** Not a closed group. */
const isOpen = ({ stages }: PoolScenario) => stages[0].cover !== null;

function historyRemarks({ history, calendar, pools }: Scenario): string[] {
  const outside = history.filter(({ day }) => day < calendar.from || day > calendar.to).length;
  const unknown = [...new Set(history.map(({ figure }) => figure))].filter(
    (figure) => !isSimulated(figure, pools),
  );
  return [
    ...(outside > 0 ? [`${observationsLie(outside)} outside the calendar`] : []),
    ...(unknown.length > 0 ? [`the history has figures that are not simulated: ${unknown.join(", ")}`] : []),
  ];
}

/** `share`, `years.share`, `runOff.cost`, each also of a pool: `share[pool=elderly]`. */
function isSimulated(figure: string, pools: readonly PoolScenario[]): boolean {
  const pool = pools.find(({ name }) => figure.endsWith(`[pool=${name}]`));
  const ofPool = pool === undefined ? 0 : `[pool=${pool.name}]`.length;
  const name = figure.slice(0, figure.length - ofPool);
  return name.startsWith("runOff.") || Object.hasOwn(metricIndex, name.replace(/^years\./, ""));
}

const observationsLie = (count: number) =>
  count === 1 ? "1 observation of the history lies" : `${count} observations of the history lie`;

/**
 * What `--set` does not reach: of the rules at the start, a number that a dated change gives anew; of the rules of all pools,
 * one that a pool has a number of its own for.
 *
 * @example ["--set sharing.fee holds only until changes[0].sharing.fee changes it again: set that as well"]
 */
export function overrideRemarks({ assumptions }: Scenario): string[] {
  const set = assumptions.filter(({ from, path }) => from === "--set" && !path.startsWith("changes["));
  return set.flatMap(({ path }) =>
    assumptions.flatMap((other) => {
      const before = other.path.endsWith(`.${path}`) ? other.path.slice(0, -path.length - 1) : "";
      if (aChange.test(before))
        return [`--set ${path} holds only until ${other.path} changes it again: set that as well`];
      return aPool.test(before)
        ? [`--set ${path} does not reach the pool that has ${other.path}: set that as well`]
        : [];
    }),
  );
}

const aChange = /^changes\[\d+\]$/;
/** A pool's own rules, from the start or from a change on; names that would be misread are quoted. */
const aPool = /^(?:changes\[\d+\]\.)?pools\.(?:"(?:[^"\\]|\\.)*"|[^.]+)$/;
