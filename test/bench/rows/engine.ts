import { inTurn } from "../inTurn.ts";
import { apportionmentsPerSecond, type Measured, nanosecondsPerApportionment } from "../measured.ts";
import { measureOnce } from "../processes.ts";
import type { Subject } from "../ready.ts";
import type { Measurements, Row } from "../row.ts";
import { cells360 } from "../scenarios.ts";
import type { Settings } from "../settings.ts";
import { speedOf } from "../speedOf.ts";
import { ratiosOf, spreadOf } from "../spread.ts";
import { atLeast, atMost, type Target } from "../target.ts";

const xiangHuBao = { file: "xiang-hu-bao.yaml" };

/**
 * 相互宝 in full: apportionments of the whole plan in a second. The yardstick of the baseline is our own pool of 360 cells: what makes the
 * engine as a whole slower shows there already, what slows pools, delays or columns shows here.
 */
export function xiangHuBaoInFull({ repetitions, quick }: Settings): Measurements {
  const replications = quick ? 256 : 1024;
  const [plan, pool] = inTurn(repetitions, [
    () => measureOnce({ kind: "once", subject: xiangHuBao, replications }),
    () => measureOnce({ kind: "once", subject: { pool: cells360 }, replications }),
  ]);
  const perPoolPeriod = plan.map(({ seconds, poolPeriods }) => poolPeriods / seconds);
  const part = (of: "simulating" | "tallying" | "merging") =>
    spreadOf(plan.map((measured) => measured[of] / measured.seconds)).median;
  const row: Row = {
    name: "xiang-hu-bao",
    what: "相互宝 in full, apportionments of the plan",
    ours: { name: "fentan", value: spreadOf(plan.map(apportionmentsPerSecond)), unit: "/s" },
    peer: { name: "360 cells", value: spreadOf(pool.map(apportionmentsPerSecond)), unit: "/s" },
    ratio: ratiosOf(plan.map(nanosecondsPerApportionment), pool.map(nanosecondsPerApportionment)),
    better: "smaller",
    judged: "ours",
    target: atLeast(1e6, 3e6),
    speeds: { ours: speedOf(plan), peer: speedOf(pool) },
    details: {
      poolPeriodsPerSecond: spreadOf(perPoolPeriod).median,
      simulatingPart: part("simulating"),
      tallyingPart: part("tallying"),
      mergingPart: part("merging"),
      cellStepsPerApportionment: plan[0].cellSteps / (plan[0].replications * plan[0].periods),
    },
  };
  return { rows: [row], absent: [] };
}

/** The same pool with 10 thousand members and with 100 million. */
export const members = (settings: Settings) =>
  ourTwoSizes(
    {
      name: "members",
      what: "members 10 thousand -> 100 million",
      larger: { pool: { ...cells360, joinersPerYear: 1e7 } },
      smaller: { pool: { ...cells360, joinersPerYear: 1e3 } },
      unit: "ns/apportionment",
      target: atMost(1.2),
    },
    settings,
  );

/** Who joins in single years of age, and in four ages that stand for ten-year bands. */
export const ages = (settings: Settings) =>
  ourTwoSizes(
    {
      name: "ages",
      what: "ten-year bands -> single-year ages",
      larger: { pool: cells360 },
      smaller: { pool: { ...cells360, ages: "tenYearBands" } },
      unit: "ns/apportionment",
      target: atMost(1.1),
    },
    settings,
  );

interface TwoSizes {
  readonly name: string;
  readonly what: string;
  readonly larger: Subject;
  readonly smaller: Subject;
  readonly unit: string;
  readonly target: Target;
}

function ourTwoSizes(
  { name, what, larger, smaller, unit, target }: TwoSizes,
  { repetitions, quick }: Settings,
): Measurements {
  const replications = quick ? 512 : 2048;
  const [large, small] = inTurn<Measured>(
    repetitions,
    [larger, smaller].map((subject) => () => measureOnce({ kind: "once", subject, replications })),
  );
  const [largeTimes, smallTimes] = [large, small].map((side) => side.map(nanosecondsPerApportionment));
  const row: Row = {
    name,
    what,
    ours: { name: "fentan", value: spreadOf(largeTimes), unit },
    peer: { name: "before:", value: spreadOf(smallTimes), unit },
    ratio: ratiosOf(largeTimes, smallTimes),
    better: "smaller",
    judged: "ratio",
    target,
    speeds: { ours: speedOf(large), peer: speedOf(small) },
    details: {},
  };
  return { rows: [row], absent: [] };
}
