import type { Param, Plan, PlanEvent } from "../plan/plan.ts";
import type { Distribution } from "../random/distribution.ts";
import { type Axis, axisOf, normalAxis, type Spot } from "./axis.ts";
import { levelsOfYears } from "./yearlyLevels.ts";

/**
 * The plan as it would be if its uncertain numbers and common shocks were known: given a world, all that is random is what befalls
 * single members. Factors by period.
 */
export interface World {
  /** Its probability; those of all worlds sum to one. */
  readonly weight: number;
  readonly valueIn: (param: Param) => number;
  readonly incidence: Float64Array;
  readonly lapse: Float64Array;
  readonly joining: Float64Array;
  /** The events that happen in it. */
  readonly events: readonly PlanEvent[];
}

/** All worlds of a plan: those of a grid over its uncertain numbers, for each choice of the events that happen. */
export interface Worlds {
  readonly worlds: readonly World[];
  readonly shape: Shape;
}

/** The axes of the grid: how many spots each has. The worlds of one choice of events follow each other, the last axis fastest. */
export type Shape = readonly { readonly spots: number; readonly isSmooth: boolean }[];

const mostNumbers = 2;
const mostEvents = 3;

/** What a plan's replications have in common by chance: numbers drawn (each once, however often it is used), yearly levels, events. */
export interface Chances {
  readonly paths: readonly string[];
  readonly years: readonly number[];
  readonly events: readonly PlanEvent[];
}

export function chancesOf({ draws, shocks, years }: Plan): Chances {
  const { yearly, events } = shocks;
  return {
    paths: [...new Set(draws.map(({ path }) => path))],
    years: yearly === null || yearly.sd === 0 ? [] : years,
    events: events.filter(({ probability }) => probability !== 0 && probability !== 1),
  };
}

/** Whether there are few enough of them to go through all they may be. */
export function areFew({ paths, years, events }: Chances): boolean {
  return paths.length + years.length <= mostNumbers && events.length <= mostEvents;
}

/**
 * Goes through all that a plan's uncertain numbers, yearly levels and events may be.
 *
 * Numbers are laid out on a grid of equal steps on the normal scale: for what is smooth there the sum over the grid is the integral, to
 * far more digits than any figure has. Single values (of discrete numbers) are taken as they are.
 *
 * @param step of the grid, in standard deviations
 */
export function worldsOf(plan: Plan, step: number): Worlds {
  const chances = chancesOf(plan);
  const axes = axesOf(plan, chances, step);
  const spots = axes.reduce<readonly (readonly Spot[])[]>(
    (grid, axis) => grid.flatMap((before) => axis.spots.map((spot) => [...before, spot])),
    [[]],
  );
  const choices = Array.from({ length: 1 << chances.events.length }, (_, bits) =>
    chances.events.filter((__, i) => (bits >> i) & 1),
  );
  const worlds = choices.flatMap((happening) => spots.map((at) => worldAt(plan, chances, at, happening)));
  return { worlds, shape: axes.map((axis) => ({ spots: axis.spots.length, isSmooth: axis.isSmooth })) };
}

/** How many worlds a grid with such steps has. */
export function countWorlds(plan: Plan, step: number): number {
  const chances = chancesOf(plan);
  return axesOf(plan, chances, step).reduce(
    (count, { spots }) => count * spots.length,
    1 << chances.events.length,
  );
}

function axesOf(plan: Plan, { paths, years }: Chances, step: number): Axis[] {
  return [
    ...paths.map((path) => axisOf(distributionAt(plan, path), step)),
    ...years.map(() => normalAxis(step)),
  ];
}

function distributionAt({ draws }: Plan, path: string): Distribution {
  const draw = draws.find((of) => of.path === path);
  if (!draw) throw new Error(`no number is drawn as ${path}`);
  return draw.distribution;
}

function worldAt(
  plan: Plan,
  chances: Chances,
  spots: readonly Spot[],
  happening: readonly PlanEvent[],
): World {
  const valueIn = (param: Param): number => {
    if (typeof param === "number") return param;
    const { path, scale } = plan.draws[param.draw];
    return scale * spots[chances.paths.indexOf(path)].value;
  };
  const events = plan.shocks.events.filter(
    (event) => happening.includes(event) || (!chances.events.includes(event) && event.probability === 1),
  );
  const scores = spots.slice(chances.paths.length).map(({ value }) => value);
  const yearly = levelsOfYears(plan, scores, valueIn);
  return {
    weight:
      spots.reduce((product, { weight }) => product * weight, 1) * probabilityOf(chances, happening, valueIn),
    valueIn,
    incidence: factorsOf(plan, events, ({ incidence }) => valueIn(incidence)).map((of, t) => of * yearly[t]),
    lapse: factorsOf(plan, events, ({ lapse }) => valueIn(lapse)),
    joining: factorsOf(plan, events, ({ joining }) => valueIn(joining)),
    events,
  };
}

/** That of all events that may or may not happen just these do. */
function probabilityOf(
  { events }: Chances,
  happening: readonly PlanEvent[],
  valueIn: World["valueIn"],
): number {
  return events.reduce((product, event) => {
    const probability = Math.min(1, Math.max(0, valueIn(event.probability)));
    return product * (happening.includes(event) ? probability : 1 - probability);
  }, 1);
}

/** By period: the product of the events' factors, each as far as it lasts. */
function factorsOf(
  { periods }: Plan,
  events: readonly PlanEvent[],
  factorOf: (event: PlanEvent) => number,
): Float64Array {
  return Float64Array.from(periods, (_, t) =>
    events.reduce((product, event) => product * (1 + (factorOf(event) - 1) * event.parts[t]), 1),
  );
}
