import { describe, expect, it } from "vitest";
import { fillColumns } from "../../src/engine/fillColumns.ts";
import { endMetrics } from "../../src/engine/recording.ts";
import { copiesMetrics } from "../../src/plan/columns.ts";
import {
  classMetrics,
  endingCauses,
  metricIndex,
  type PeriodMetric,
  periodMetrics,
} from "../../src/plan/metrics.ts";
import { planColumns } from "../../src/plan/planColumns.ts";
import { dayOf } from "../../src/scenario/day.ts";

/** Two pools that have a class in common, four half-years (the last beyond the calendar), three replications. */
const count = 3;
const periods = [
  { date: "2020-06-30", beyond: false },
  { date: "2020-12-31", beyond: false },
  { date: "2021-06-30", beyond: false },
  { date: "2021-12-31", beyond: true },
].map(({ date, beyond }) => ({
  from: 0,
  date: dayOf(date) ?? 0,
  year: Number(date.slice(0, 4)),
  stage: 0,
  beyond,
}));
const funding = {
  deposit: 9,
  credit: 0,
  minimum: 3,
  topUpAmount: 9,
  topUpPortion: 0.5,
  interest: 0,
  refundToLeavers: true,
  spent: 0,
};
const pools = [
  { name: "young", copies: 1, classes: ["a", "b"], rules: [{ funding }] },
  { name: "elderly", copies: 5, classes: ["b", "c"], rules: [{ funding: null }] },
];
const classes = ["a", "b", "c"];
const spiral = {
  share: { kind: "times", value: 1.1 },
  members: { kind: "part", value: 0.9 },
  yearEnds: [1],
} as const;
const plan = {
  periods,
  pools,
  spiral,
  columns: planColumns({
    spiral,
    years: [2020, 2021],
    periods,
    pools,
    classes,
    watched: [
      { date: "2020-12-31", metric: "meanAge", pool: "elderly" },
      { date: "2020-12-31", metric: "members", className: "b" },
      { date: "2020-12-31", metric: "share", className: "b" },
    ],
  }),
};

/** What is recorded of a metric: another number for every series, metric, period and replication. */
const recorded = (series: number, metric: PeriodMetric, t: number, i: number) =>
  1 + ((17 * series + 13 * metricIndex[metric] + 7 * t + 5 * i) % 101);
const ofClass = (metric: number, k: number, t: number, i: number) =>
  (11 * metric + 3 * k + 5 * t + 2 * i) % 19;
const ofEnd = (series: number, metric: number, i: number) => (31 * series + 3 * metric + 7 * i) % 43;

/** An array of `first x second x periods x count` numbers. */
const filled = (sizes: readonly [number, number], number: (first: number, t: number, i: number) => number) =>
  Float64Array.from({ length: sizes[0] * sizes[1] * count }, (_, place) =>
    number(Math.floor(place / count / sizes[1]), Math.floor(place / count) % sizes[1], place % count),
  );

const hazard = endingCauses.indexOf("hazard");
/** The first replication goes on; in the others the plan and its pools end in various periods. */
const lastRunning = [
  [2, 2, 1],
  [2, 1, 0],
  [2, 2, 1],
];
const endings = [
  [0, hazard, hazard],
  [0, hazard, hazard],
  [0, hazard, hazard],
];
const recording = {
  outcome: {
    block: 0,
    first: 0,
    count,
    periods: periods.length,
    series: [0, 1, 2].map((series) => ({
      paths: filled([periodMetrics.length, periods.length], (metric, t, i) =>
        recorded(series, periodMetrics[metric].key, t, i),
      ),
      lastRunning: Int32Array.from(lastRunning[series]),
      endings: Uint8Array.from(endings[series]),
    })),
    columns: new Float64Array(plan.columns.length * count),
    maxImbalance: 0,
    maxMemberImbalance: 0,
  },
  classPaths: filled([classMetrics.length * classes.length, periods.length], (cell, t, i) =>
    ofClass(Math.floor(cell / classes.length), cell % classes.length, t, i),
  ),
  atEnd: [0, 1, 2].map((series) =>
    filled([endMetrics.length, 1], (metric, _, i) => ofEnd(series, metric, i)),
  ),
  copies: [null, filled([copiesMetrics.length, 1], (metric, _, i) => 10 * metric + i)],
};
fillColumns(plan, recording);

function rowOf(name: string): number[] {
  const column = plan.columns.findIndex((of) => of.name === name);
  if (column < 0) throw new Error(`no column ${name}`);
  return Array.from(recording.outcome.columns.subarray(column * count, (column + 1) * count));
}

const perReplication = (value: (i: number) => number) => [0, 1, 2].map(value);
const over = (from: number, to: number, value: (t: number) => number) =>
  Array.from({ length: to - from }, (_, t) => value(from + t)).reduce((sum, one) => sum + one, 0);

describe.each([
  [0, ""],
  [1, "[pool=young]"],
  [2, "[pool=elderly]"],
])("columns of series %i", (series, end) => {
  const at = (metric: PeriodMetric, t: number, i: number) => recorded(series, metric, t, i);

  it("add up the periods of a year, and of the run, also beyond the calendar", () => {
    const refunds = (from: number, to: number) =>
      perReplication((i) => over(from, to, (t) => at("refunds", t, i)));
    expect(rowOf(`years.2020.refunds${end}`)).toEqual(refunds(0, 2));
    expect(rowOf(`years.2021.refunds${end}`)).toEqual(refunds(2, 4));
    expect(rowOf(`total.refunds${end}`)).toEqual(refunds(0, 4));
    const cost = (t: number, i: number) => at("aid", t, i) + at("aidCut", t, i) + at("fee", t, i);
    expect(rowOf(`total.cost${end}`)).toEqual(perReplication((i) => over(0, 4, (t) => cost(t, i))));
  });

  it("average over the periods in which the series ran, and tell its last indices afterwards", () => {
    const last = lastRunning[series];
    expect(rowOf(`years.2020.sharers${end}`)).toEqual(
      perReplication((i) => {
        const ran = Math.min(2, last[i] + 1);
        return over(0, ran, (t) => at("sharers", t, i)) / ran;
      }),
    );
    expect(rowOf(`years.2021.sharers${end}`)).toEqual(
      perReplication((i) => (last[i] < 2 ? 0 : at("sharers", 2, i))),
    );
    expect(rowOf(`years.2021.ageIndex${end}`)).toEqual(perReplication((i) => at("ageIndex", last[i], i)));
    expect(rowOf(`years.2021.coveredPart${end}`)).toEqual(
      perReplication((i) => at("covered", last[i], i) / at("members", last[i], i)),
    );
  });

  it("hold what stands at the last settlement of a year within the calendar", () => {
    for (const metric of ["members", "deposits"] as const) {
      expect(rowOf(`years.2020.${metric}${end}`)).toEqual(perReplication((i) => at(metric, 1, i)));
      expect(rowOf(`years.2021.${metric}${end}`)).toEqual(perReplication((i) => at(metric, 2, i)));
    }
  });

  it("hold the risk at a year's end, and what moved it added up", () => {
    for (const metric of ["riskOfMembers", "multipleOfStayers"] as const)
      expect(rowOf(`years.2020.${metric}${end}`)).toEqual(perReplication((i) => at(metric, 1, i)));
    for (const metric of ["selectionByLeaving", "selectionByJoining"] as const)
      expect(rowOf(`years.2020.${metric}${end}`)).toEqual(
        perReplication((i) => over(0, 2, (t) => at(metric, t, i))),
      );
  });

  it("hold peaks", () => {
    for (const metric of ["members", "share", "deposits"] as const)
      expect(rowOf(`peak.${metric}${end}`)).toEqual(
        perReplication((i) => Math.max(...[0, 1, 2, 3].map((t) => at(metric, t, i)))),
      );
  });

  it("hold the day of ending as a decimal year", () => {
    const [never, ...ended] = rowOf(`ending.year${end}`);
    expect(never).toBe(Number.POSITIVE_INFINITY);
    for (const [i, year] of ended.entries())
      expect(Math.abs(year - (2020 + (lastRunning[series][i + 1] + 1) / 2))).toBeLessThan(0.01);
  });

  it("hold what endings left behind", () => {
    const left = (metric: (typeof endMetrics)[number]) =>
      perReplication((i) => ofEnd(series, endMetrics.indexOf(metric), i));
    for (const metric of ["members", "deposits"] as const)
      expect(rowOf(`atEnding.${metric}${end}`)).toEqual(left(metric));
    for (const metric of ["cost", "cases", "subsidy", "refunds", "depositsReturned", "depositsLost"] as const)
      expect(rowOf(`runOff.${metric}${end}`)).toEqual(left(metric));
    const [aid, cut] = [left("aid"), left("aidCut")];
    expect(rowOf(`runOff.paidPart${end}`)).toEqual(
      perReplication((i) => (aid[i] + cut[i] > 0 ? aid[i] / (aid[i] + cut[i]) : 1)),
    );
  });
});

describe("columns of classes", () => {
  const at = (metric: (typeof classMetrics)[number], k: number, t: number, i: number) =>
    ofClass(classMetrics.indexOf(metric), k, t, i);

  it("hold members at the last settlement of a year within the calendar", () => {
    for (const [k, name] of classes.entries())
      expect(rowOf(`years.2021.members[class=${name}]`)).toEqual(
        perReplication((i) => at("members", k, 2, i)),
      );
  });

  it("add up what a sharer was asked for and a member could expect, but for periods without any", () => {
    const without = { sharers: 0, members: 0 };
    for (const [k, name] of classes.entries()) {
      for (const [metric, sum, heads] of [
        ["share", "asked", "sharers"],
        ["expectedAid", "expectedAid", "members"],
      ] as const) {
        const perHead = (i: number, t: number) => {
          if (at(heads, k, t, i) > 0) return at(sum, k, t, i) / at(heads, k, t, i);
          without[heads]++;
          return 0;
        };
        for (const [of, from, to] of [
          ["years.2020", 0, 2],
          ["years.2021", 2, 4],
          ["total", 0, 4],
        ] as const) {
          const expected = perReplication((i) => over(from, to, (t) => perHead(i, t)));
          for (const [i, value] of rowOf(`${of}.${metric}[class=${name}]`).entries())
            expect(value).toBeCloseTo(expected[i], 12);
        }
      }
    }
    expect(Math.min(without.sharers, without.members)).toBeGreaterThan(0);
  });
});

describe("columns of a class in one period", () => {
  const at = (metric: (typeof classMetrics)[number], i: number) =>
    ofClass(classMetrics.indexOf(metric), 1, 1, i);

  it("hold its members, and what one of its sharers was asked for", () => {
    expect(rowOf("periods.2020-12-31.members[class=b]")).toEqual(perReplication((i) => at("members", i)));
    const asked = perReplication((i) => (at("sharers", i) > 0 ? at("asked", i) / at("sharers", i) : 0));
    expect(rowOf("periods.2020-12-31.share[class=b]")).toEqual(asked);
  });

  it("hold all that a class is asked for in a year, and can expect", () => {
    const k = classes.indexOf("b");
    for (const [figure, metric] of [
      ["allAsked", "asked"],
      ["allExpectedAid", "expectedAid"],
    ] as const)
      expect(rowOf(`years.2020.${figure}[class=b]`)).toEqual(
        perReplication((i) => over(0, 2, (t) => ofClass(classMetrics.indexOf(metric), k, t, i))),
      );
  });
});

describe("columns of one pool", () => {
  it("tell how its copies differ", () => {
    for (const [k, metric] of copiesMetrics.entries())
      expect(rowOf(`copies.${metric}[pool=elderly]`)).toEqual([10 * k, 10 * k + 1, 10 * k + 2]);
  });

  it("hold a period that is watched", () => {
    expect(rowOf("periods.2020-12-31.meanAge[pool=elderly]")).toEqual(
      perReplication((i) => recorded(2, "meanAge", 1, i)),
    );
  });
});
