import type { Cause } from "../scenario/causes.ts";
import type { PoolScenario, Scenario, Shocks, Stage } from "../scenario/scenario.ts";

/** What cannot be said by other numbers in a scenario, and the engines look at. */
export interface Behaviour {
  readonly membersAge: boolean;
  /** Whether classes leave, and join, each in its own way; else as all do on average. */
  readonly classesLeaveApart: boolean;
  readonly classesJoinApart: boolean;
}

export function behaviourOf({ without }: Pick<Scenario, "without">): Behaviour {
  return {
    membersAge: !without.includes("ageing"),
    classesLeaveApart: !without.includes("selection"),
    classesJoinApart: !without.includes("joiners"),
  };
}

/** The scenario with what it is to be simulated `without` taken out, as far as that is said by numbers. See `withoutCause`. */
export function withoutCauses(scenario: Scenario): Scenario {
  const { without } = scenario;
  if (without.length === 0) return scenario;
  const changes = Object.entries(stageChanges).filter(([cause]) => without.some((one) => one === cause));
  const pools = scenario.pools.map((pool) => ({
    ...pool,
    stages: pool.stages.map((stage) => changes.reduce((changed, [, change]) => change(changed, pool), stage)),
  }));
  return {
    ...scenario,
    pools,
    shocks: without.includes("incidence") ? calm(scenario.shocks) : scenario.shocks,
  };
}

type StageChange = (stage: Stage, pool: PoolScenario) => Stage;

/** In the order in which they are made: the illnesses of the first rules are changed further by what follows. */
const stageChanges: Readonly<Partial<Record<Cause, StageChange>>> = {
  benefits: (stage, { stages: [first] }) => {
    const { denied, jury } = first.claims;
    const illnesses = first.cover?.illnesses;
    const changed = { ...stage, claims: { ...stage.claims, denied, jury } };
    return ofCover(changed, (cover) => ({ ...cover, inflation: 0, illnesses: illnesses ?? cover.illnesses }));
  },
  waiting: (stage) =>
    ofCover(stage, (cover) => ({
      ...cover,
      waitingDays: 0,
      illnesses: cover.illnesses.map((illness) => ({ ...illness, waitingDays: null })),
    })),
  select: (stage) => ofCover(stage, (cover) => ({ ...cover, select: { kind: "none" } })),
  delay: (stage) => ({ ...stage, claims: { ...stage.claims, delay: { kind: "none" } } }),
  incidence: (stage, { stages: [first] }) =>
    ofCover(stage, (cover) => ({ ...cover, trend: 0, level: first.cover?.level ?? cover.level })),
  feeAndCaps: (stage) => ({
    ...stage,
    sharing: {
      ...stage.sharing,
      fee: 0,
      feePerHead: 0,
      caps: { perCase: null, perPeriod: null, perYear: null },
    },
  }),
  joiners: (stage, { stages: [first] }) => {
    const portions = new Map(first.members?.classes.map(({ name, portion }) => [name, portion]));
    return ofMembers(stage, (members) => ({
      ...members,
      mix: first.members?.mix ?? members.mix,
      classes: members.classes.map((of) => ({ ...of, portion: portions.get(of.name) ?? of.portion })),
    }));
  },
  selection: (stage) =>
    ofMembers(stage, (members) => ({
      ...members,
      classes: members.classes.map((of) => ({ ...of, topUp: null })),
    })),
};

type Part<K extends keyof Stage> = NonNullable<Stage[K]>;

function ofCover(stage: Stage, change: (cover: Part<"cover">) => Part<"cover">): Stage {
  return stage.cover ? { ...stage, cover: change(stage.cover) } : stage;
}

function ofMembers(stage: Stage, change: (members: Part<"members">) => Part<"members">): Stage {
  return stage.members ? { ...stage, members: change(stage.members) } : stage;
}

/** No shock on incidence; events keep what they do to lapse and joining. */
function calm({ events }: Shocks): Shocks {
  return { yearly: null, events: events.map((event) => ({ ...event, incidence: 1, putsOff: 0, lost: 0 })) };
}
