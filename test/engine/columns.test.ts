import { describe, expect, it } from "vitest";
import { summedMetrics, totalMetrics } from "../../src/plan/metrics.ts";
import { mean, months, type Run, runOf } from "./runs.ts";

const pool = (more: string, periods = 18, engine = "exact") => `${months(periods, "replications: 70")}
engine: ${engine}
joining: { initial: 1000, schedule: [{ perYear: 600 }] }
members: { ages: 30-39, leaveAt: 100, classes: { a: { portion: 40 %, lapse: 20 % }, b: { portion: 60 %, lapse: 30 % } } }
cover: { waiting: 60 days, illnesses: { x: { incidence: 10 %, benefit: 1000 } } }
claims: { delay: { periods: [0.5, 0.5] } }
sharing: { fee: 8 %, caps: { perPeriod: 8 }, excess: aid }${more}`;

function sum(
  run: Run,
  metric: Parameters<Run["at"]>[0],
  from: number,
  to: number,
  replication: number,
): number {
  let total = 0;
  for (let t = from; t < to; t++) total += run.at(metric, t, replication);
  return total;
}

describe("columns", () => {
  const run = runOf(pool(""));
  const replications = [0, 17, 69];

  it("add up the periods of a year", () => {
    for (const metric of summedMetrics) {
      const [first, second] = [run.column(`years.2020.${metric}`), run.column(`years.2021.${metric}`)];
      for (const i of replications) {
        expect(first[i]).toBeCloseTo(sum(run, metric, 0, 12, i), 9);
        expect(second[i]).toBeCloseTo(sum(run, metric, 12, 18, i), 9);
      }
    }
  });

  it("add up the whole run", () => {
    const metrics = [...summedMetrics, ...totalMetrics].filter((metric) => !metric.startsWith("deposits"));
    for (const metric of metrics) {
      for (const i of replications)
        expect(run.column(`total.${metric}`)[i]).toBeCloseTo(sum(run, metric, 0, 18, i), 9);
    }
    for (const i of replications) {
      const cost = sum(run, "aid", 0, 18, i) + sum(run, "aidCut", 0, 18, i) + sum(run, "fee", 0, 18, i);
      expect(run.column("total.cost")[i]).toBeCloseTo(cost, 6);
    }
  });

  it("average over the periods of a year", () => {
    for (const i of replications) {
      expect(run.column("years.2020.sharers")[i]).toBeCloseTo(sum(run, "sharers", 0, 12, i) / 12, 9);
      const parts = Array.from(
        { length: 6 },
        (_, t) => run.at("covered", 12 + t, i) / run.at("members", 12 + t, i),
      );
      expect(run.column("years.2021.coveredPart")[i]).toBeCloseTo(mean(parts), 12);
    }
  });

  it("hold the members at the end of each year, and those of the classes add up to them", () => {
    for (const [year, period] of [
      [2020, 11],
      [2021, 17],
    ]) {
      const of = (what: string) => run.column(`years.${year}.${what}`);
      expect(of("members")).toEqual(run.across("members", period));
      expect(of("members[class=a]").map((a, i) => a + of("members[class=b]")[i])).toEqual(of("members"));
      expect(Math.min(...of("members[class=a]"))).toBeGreaterThan(100);
    }
  });

  it("hold peaks", () => {
    for (const i of replications) {
      expect(run.column("peak.members")[i]).toBe(Math.max(...run.path("members", i)));
      expect(run.column("peak.share")[i]).toBe(Math.max(...run.path("share", i)));
    }
  });

  it("tell of plans that did not end that they did not", () => {
    expect(new Set(run.column("ending.year"))).toEqual(new Set([Number.POSITIVE_INFINITY]));
    expect(new Set(run.column("runOff.cost"))).toEqual(new Set([0]));
  });
});

describe("columns of plans that end", () => {
  const run = runOf(
    pool("\nending: { hazard: 90 %, runOff: { claimWindow: 60 days, paidBy: operator } }", 6),
  );
  const ended = Array.from({ length: 70 }, (_, i) => i).filter((i) => run.ending(i) === "hazard");

  it("hold the day of ending as a decimal year", () => {
    expect(ended.length).toBeGreaterThan(20);
    for (const i of ended) {
      const year = run.column("ending.year")[i];
      expect(Math.floor(year)).toBe(2020);
      // Settled at the end of a month.
      expect(Math.abs((year - 2020) * 12 - (run.lastRunning(i) + 1))).toBeLessThan(0.1);
    }
  });

  it("hold the members of those still running although run-offs of others go on within the year", () => {
    const members = run.column("years.2020.members");
    for (let i = 0; i < 70; i++) {
      expect(members[i]).toBe(run.at("members", 5, i));
      if (!ended.includes(i)) expect(members[i]).toBeGreaterThan(700);
    }
  });

  it("average over the periods in which the plan ran", () => {
    for (const i of ended) {
      const ran = run.lastRunning(i) + 1;
      expect(run.column("years.2020.sharers")[i]).toBeCloseTo(sum(run, "sharers", 0, ran, i) / ran, 9);
    }
  });

  it("hold what the run-off costs", () => {
    for (const i of ended) {
      const after = run.lastRunning(i) + 1;
      expect(run.column("runOff.cases")[i]).toBe(sum(run, "cases", after, after + 2, i));
      expect(run.column("runOff.cost")[i]).toBeCloseTo(sum(run, "aid", after, after + 2, i), 9);
    }
    expect(mean(ended.map((i) => run.column("runOff.cases")[i]))).toBeGreaterThan(1);
  });
});

describe("a year in which the plan had ended before", () => {
  const run = runOf(`${months(24)}
members: { ages: 30-39, classes: { a: { portion: 50 %, relativeRisk: 2, lapse: 30 % }, b: { portion: 50 % } } }
joining: { initial: 1000 }
cover: { illnesses: { any: { incidence: 1 %, benefit: 100 } } }
ending: { closing: { on: 2020-06-30 } }`);

  it("has no sharers, and the indices of the last period in which it ran", () => {
    expect(run.lastRunning()).toBe(5);
    expect(run.column("years.2021.sharers")[0]).toBe(0);
    expect(run.column("years.2021.selectionIndex")[0]).toBe(run.at("selectionIndex", 5));
    expect(run.column("years.2021.coveredPart")[0]).toBe(1);
    expect(run.column("years.2020.selectionIndex")[0]).toBeGreaterThan(run.at("selectionIndex", 5));
  });
});
