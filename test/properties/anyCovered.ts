import fc from "fast-check";
import { anyPool } from "./anyPool.ts";

type Given = typeof anyPool extends fc.Arbitrary<infer T> ? T : never;

/** Which numbers stay uncertain, and how much may happen to all members together. */
const chances = fc.constantFrom("nothing", "nothing", "level", "yearly");

/**
 * Any plan of one pool that can be worked out without simulating it, as `anyPool`: members neither react nor run out of deposits,
 * and nothing but time ends the plan. Joiners of the exact engine are not drawn to a target.
 *
 * @param replications how many it has
 */
export function anyCovered(engine: "exact" | "fast", replications: number): fc.Arbitrary<object> {
  return fc.tuple(anyPool, chances).map(([given, chance]) => ({
    ...(known(withoutReactions(given), chance === "level") as object),
    engine,
    replications,
    joining: joiningOf(given, engine),
    shocks: { ...given.shocks, yearly: chance === "yearly" ? { gamma: { sd: 0.2 } } : undefined },
    ...(engine === "fast" ? rare(given, chance === "level") : {}),
    calendar: { ...given.calendar, periods: 10 },
  }));
}

function withoutReactions({ members, sharing, changes, ending, ...given }: Given): object {
  const { caps: _, premium: __, subsidyBudget: ___, excess: ____, ...others } = sharing;
  return {
    ...given,
    members: {
      ...members,
      classes: mapValues(members.classes, (of) => ({ ...of, reaction: undefined, joins: undefined })),
    },
    sharing: { ...others, feePerHead: 0 },
    funding: undefined,
    collection: undefined,
    changes: changes.filter((change) => !("collection" in change)),
    ending: { runOff: ending.runOff },
  };
}

function joiningOf({ joining }: Given, engine: "exact" | "fast"): object {
  const { bass, rejoin, schedule, target } = joining;
  return engine === "exact"
    ? { initial: 700, schedule, rejoin, bass: known(bass, false) }
    : {
        initial: 30_000,
        schedule,
        rejoin,
        target: target.map((of) => ({ ...of, members: 10 * of.members })),
      };
}

/** The fast engine is for claims that are rare, and few of those who wait fall ill. */
function rare({ cover }: Given, keepsLevel: boolean): object {
  const rarely = mapValues(cover.illnesses, (of) => ({ ...of, incidence: Number(of.incidence) / 300 }));
  return {
    cover: known({ ...cover, illnesses: rarely }, keepsLevel),
    sharing: { ...(known(sharingOf, false) as object) },
  };
}

/** Shares that are not rounded, so that they can be worked out. */
const sharingOf = { rule: "equal", sharers: "members", fee: 0.08, roundUpTo: 0 };

function mapValues<From, To>(
  of: Readonly<Record<string, From>>,
  to: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, to(value)]));
}

/** Takes the middle of what is uncertain, but for amounts of single claims and, if wanted, the level of incidence. */
function known(given: unknown, keepsLevel: boolean, key = ""): unknown {
  if (typeof given !== "object" || given === null || ["perClaim", "bills"].includes(key)) return given;
  if (Array.isArray(given)) return given.map((each: unknown) => known(each, keepsLevel));
  if ("uniform" in given && Array.isArray(given.uniform)) return middle(given.uniform);
  return Object.fromEntries(
    Object.entries(given).map(([name, value]: [string, unknown]) => [
      name,
      name === "cover" && keepsLevel ? withLevel(value) : known(value, keepsLevel, name),
    ]),
  );
}

function withLevel(cover: unknown): unknown {
  return { ...(known(cover, false) as object), level: { uniform: [0.5, 1.5] } };
}

function middle([low, high]: readonly unknown[]): unknown {
  return typeof low === "number" && typeof high === "number" ? (low + high) / 2 : high;
}
