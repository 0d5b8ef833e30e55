import { describe, expect, it } from "vitest";
import { over, running, runOff, type State } from "../../src/engine/state.ts";
import { testEndings } from "../../src/engine/testEndings.ts";
import { endingCauses } from "../../src/plan/metrics.ts";
import { fakePool } from "./fakePool.ts";
import { months, offBy, poolPlanOf, type Run, runOf, stateOf } from "./runs.ts";

const group = "\ngroup: [{ class: all, number: 100, claimProbability: 0, benefit: 1 }]";

/** Feeds membership period by period; tells in which period the plan ended and why. */
function endOf(
  ending: string,
  members: readonly number[],
  engine = "",
): { end: number; cause: string; state: State } {
  const plan = poolPlanOf(`${months(members.length, `replications: 2\n${engine}`)}${group}${ending}`);
  const state = stateOf(plan);
  // As if nobody had been there before.
  state.peakMembers.fill(0);
  const pool = fakePool();
  for (let t = 0; t < members.length; t++) {
    state.now.members[0] = members[t];
    testEndings(plan, state, pool, t);
    if (state.status[0] !== running) {
      expect(pool.emptied).toEqual([0]);
      return { end: t, cause: endingCauses[state.ending[0]], state };
    }
  }
  throw new Error("still running after the last period");
}

describe("a plan that nothing ends", () => {
  it("is left running where the calendar ends", () => {
    const { end, cause, state } = endOf("", [100, 100, 100]);
    expect([end, cause, state.status[0], state.lastRunning[0]]).toEqual([2, "none", over, 2]);
  });
});

describe("the minimum of members", () => {
  const minimum = (grace: string) => `\nending: { minimumMembers: { members: 50, grace: ${grace} } }`;

  it("without grace ends the plan at the first settlement below it", () => {
    expect(endOf(minimum("none"), [60, 50, 49, 60])).toMatchObject({ end: 2, cause: "minimumMembers" });
  });

  it("is tested only once it has been reached", () => {
    expect(endOf(minimum("none"), [10, 20, 30, 49])).toMatchObject({ cause: "none" });
    expect(endOf(minimum("none"), [10, 20, 50, 49])).toMatchObject({ end: 3, cause: "minimumMembers" });
  });

  it("counts initial members as having reached it", () => {
    const run = runOf(`${months(3)}
group:
  - { class: ill, number: 60, claimProbability: 1, benefit: 1, endsMembership: true }
  - { class: well, number: 40, claimProbability: 0, benefit: 1 }${minimum("none")}`);
    expect([run.ending(), run.lastRunning()]).toEqual(["minimumMembers", 0]);
  });

  it("with two periods of grace ends it two settlements later", () => {
    expect(endOf(minimum("2 months"), [60, 49, 49, 49, 60])).toMatchObject({
      end: 3,
      cause: "minimumMembers",
    });
  });

  it("starts its grace anew when membership recovers", () => {
    const members = [60, 49, 49, 51, 49, 49, 49, 60];
    expect(endOf(minimum("2 months"), members)).toMatchObject({ end: 6, cause: "minimumMembers" });
  });
});

describe("a plan without members", () => {
  it("ends, below one person in the exact engine and below a half in the fast one", () => {
    expect(endOf("", [5, 1, 0])).toMatchObject({ end: 2, cause: "noMembers" });
    expect(endOf("", [5, 0.6, 0.4, 9], "engine: fast")).toMatchObject({ end: 2, cause: "noMembers" });
  });

  it("does not end before it had any", () => {
    expect(endOf("", [0, 0, 3])).toMatchObject({ cause: "none" });
    expect(endOf("", [0.1, 0.2, 3], "engine: fast")).toMatchObject({ cause: "none" });
  });
});

describe("closing by decision", () => {
  it("ends the plan with the period that holds the day", () => {
    expect(endOf("\nending: { closing: { on: 2020-02-10 } }", [9, 9, 9])).toMatchObject({
      end: 1,
      cause: "closing",
    });
    expect(endOf("\nending: { closing: { on: 2020-02-29 } }", [9, 9, 9])).toMatchObject({
      end: 1,
      cause: "closing",
    });
    expect(endOf("\nending: { closing: { on: 2020-03-01 } }", [9, 9, 9])).toMatchObject({
      end: 2,
      cause: "closing",
    });
  });
});

describe("a run-off", () => {
  it("lasts as many periods as its window, and then all is over", () => {
    const plan = poolPlanOf(`${months(9)}${group}
ending: { closing: { on: 2020-02-10 }, runOff: { claimWindow: 90 days } }`);
    const state = stateOf(plan);
    state.now.members[0] = 80;
    const statuses = plan.periods.map((_, t) => {
      testEndings(plan, state, fakePool(), t);
      return state.status[0];
    });
    expect(statuses).toEqual([
      running,
      runOff,
      runOff,
      runOff,
      over,
      ...new Array(statuses.length - 5).fill(over),
    ]);
    expect([state.membersAtClosing[0], state.lastRunning[0]]).toEqual([80, 1]);
  });
});

describe("a hazard of closing", () => {
  it("closes with probability 1 - (1 - h)^years", () => {
    const run = runOf(`${months(36, "replications: 4000")}${group}\nending: { hazard: 20 % per year }`);
    for (const years of [1, 2, 3]) {
      const closed = Array.from({ length: 4000 }, (_, i) =>
        run.ending(i) === "hazard" && run.lastRunning(i) < 12 * years ? 1 : 0,
      );
      expect(offBy(closed, 1 - 0.8 ** years)).toBeLessThan(4);
    }
  });

  it("of 1 closes at once, of 0 never", () => {
    expect(endOf("\nending: { hazard: 1 }", [9, 9])).toMatchObject({ end: 0, cause: "hazard" });
    expect(endOf("\nending: { hazard: 0 }", [9, 9])).toMatchObject({ cause: "none" });
  });
});

describe("a plan closed in March with every claim two months under way", () => {
  const closed = (paidBy: string, window: string, engine: string) =>
    runOf(`${months(8, "replications: 8")}
engine: ${engine}
joining: { initial: 60000 }
members: { ages: 30-39, leaveAt: 90 }
cover: { illnesses: { x: { incidence: 1 %, benefit: 100, endsMembership: false } } }
claims: { delay: { periods: [0, 0, 1] } }
sharing: { fee: 10 % }
ending:
  closing: { announced: 2020-03-01, on: 2020-03-31 }
  runOff: { claimWindow: ${window}, paidBy: ${paidBy} }`);
  const total = (run: Run, metric: "cases" | "aid" | "aidCut" | "subsidy" | "contributions" | "fee") =>
    [3, 4, 5, 6, 7].map((t) => run.at(metric, t));

  for (const engine of ["exact", "fast"]) {
    it(`is paid by the operator from its announcement on (${engine})`, () => {
      const run = closed("operator", "60 days", engine);
      expect(run.ending()).toBe("closing");
      expect(
        run
          .path("members")
          .slice(3)
          .every((members) => members === 0),
      ).toBe(true);
      // March: sharing has stopped, the plan still runs.
      expect(run.at("aid", 2)).toBeGreaterThan(0);
      expect([run.at("subsidy", 2), run.at("fee", 2), run.at("share", 2)]).toEqual([run.at("aid", 2), 0, 0]);
      expect(total(run, "subsidy")).toEqual(total(run, "aid"));
      expect(run.at("cases", 3)).toBeGreaterThan(0);
      expect(run.at("cases", 4)).toBeGreaterThan(0);
      expect(total(run, "cases").slice(2)).toEqual([0, 0, 0]);
      expect(run.column("runOff.cases")[0]).toBe(run.at("cases", 3) + run.at("cases", 4));
    });

    it(`considers no claim after the window (${engine})`, () => {
      const run = closed("operator", "30 days", engine);
      expect(run.at("cases", 3)).toBeGreaterThan(0);
      expect(total(run, "cases").slice(1)).toEqual([0, 0, 0, 0]);
    });

    it(`may leave the rest to those who were members (${engine})`, () => {
      const run = closed("members", "60 days", engine);
      expect(run.at("share", 3)).toBeCloseTo((1.1 * run.at("aid", 3)) / 60_000, 12);
      expect(total(run, "subsidy")).toEqual([0, 0, 0, 0, 0]);
    });

    it(`or to nobody (${engine})`, () => {
      const run = closed("nobody", "60 days", engine);
      expect(total(run, "aid")).toEqual([0, 0, 0, 0, 0]);
      expect(total(run, "fee")).toEqual([0, 0, 0, 0, 0]);
      expect(run.at("aidCut", 3)).toBe(100 * run.at("cases", 3));
    });
  }
});

/** Feeds a pool so many periods with 100 members, as `set` says; tells in which it ended, and why. */
function endAfter(
  ending: string,
  periods: number,
  set: (state: State, t: number) => void,
): { end: number | null; cause: string; state: State } {
  const plan = poolPlanOf(`${months(periods + 1)}${group}${ending}`);
  const state = stateOf(plan);
  for (let t = 0; t < periods; t++) {
    state.now.members[0] = 100;
    set(state, t);
    testEndings(plan, state, fakePool(), t);
    if (state.status[0] !== running) return { end: t, cause: endingCauses[state.ending[0]], state };
  }
  return { end: null, cause: "none", state };
}

describe("the start of a plan", () => {
  const growing = [40, 60, 80, 100];
  const start = (within: string) =>
    endAfter(`\nending: { start: { members: 80${within} } }`, 4, ({ now }, t) =>
      now.members.fill(growing[t]),
    );

  it("comes with the settlement at which it has the members it needs", () => {
    const started: number[] = [];
    endAfter("\nending: { start: { members: 80 } }", 4, (state, t) => {
      started.push(state.started[0]);
      state.now.members.fill(growing[t]);
    });
    expect(started).toEqual([0, 0, 0, 1]);
    expect(start("").end).toBeNull();
  });

  it("is given up where it does not come in time", () => {
    expect(start(", within: 90 days").end).toBeNull();
    expect(start(", within: 60 days")).toMatchObject({ end: 1, cause: "notStarted" });
  });

  it("has nobody covered, and asks nobody for anything, before", () => {
    const run = runOf(`${months(4)}
engine: fast
joining: { initial: 50, schedule: [{ from: 2020-02-01, to: 2020-02-29, perYear: 1200 }] }
members: { ages: 30-39, leaveAt: 90 }
cover: { illnesses: { x: { incidence: 100 %, benefit: 10, endsMembership: false } } }
sharing: { feePerHead: 1 }
ending: { start: { members: 100 } }`);
    expect(run.path("share").slice(0, 2)).toEqual([0, 0]);
    expect(run.path("cases").slice(0, 2)).toEqual([0, 0]);
    expect(run.at("share", 2)).toBeGreaterThanOrEqual(1);
  });
});

describe("a ceiling of the share", () => {
  const shares = [5, 6, 5, 6, 6, 6];
  const ceiling = (periods: number) =>
    endAfter(`\nending: { shareCeiling: { share: 5, periods: ${periods} } }`, 6, ({ now }, t) =>
      now.share.fill(shares[t]),
    );

  it("ends the plan once shares were above it so often in a row", () => {
    expect(ceiling(1)).toMatchObject({ end: 1, cause: "shareCeiling" });
    expect(ceiling(2)).toMatchObject({ end: 4, cause: "shareCeiling" });
    expect(ceiling(4).end).toBeNull();
  });
});

describe("a subsidy's budget", () => {
  const spending = (then: string) =>
    endAfter(`\nsharing: { subsidyBudget: { amount: 30, then: ${then} } }`, 4, ({ now }) =>
      now.subsidy.fill(10),
    );

  it("ends the plan once it is spent, where the rules say so", () => {
    expect(spending("end")).toMatchObject({ end: 2, cause: "subsidyBudget" });
    expect(spending("aid").end).toBeNull();
  });
});

describe("an operator", () => {
  /** Costs of 12 a month for the plan and 1 for each 100 members: 13. */
  const operator = (mostLoss: number, fee: (t: number) => number, subsidy = 0) =>
    endAfter(
      `\nending: { operator: { costsPerYear: 144, costsPerMember: 0.12, patience: 60 days, mostLoss: ${mostLoss} } }`,
      6,
      ({ now }, t) => {
        now.fee.fill(fee(t));
        now.subsidy.fill(subsidy);
      },
    );

  it("gives up when its losses over the time of its patience are too large, not before", () => {
    // A loss of 13 a month.
    expect(operator(25, () => 0)).toMatchObject({ end: 1, cause: "operator" });
    expect(operator(26.001, () => 0).end).toBeNull();
  });

  it("counts fees for it and subsidies against it", () => {
    expect(operator(25, () => 1).end).toBeNull();
    expect(operator(25, () => 1, 1)).toMatchObject({ end: 1 });
  });

  it("forgets what was before", () => {
    expect(operator(25, (t) => (t === 0 ? 100 : 0))).toMatchObject({ end: 2, cause: "operator" });
  });
});

describe("the refund at the end", () => {
  it("is a part of all contributions, paid by the operator", () => {
    const { state } = endAfter("\nending: { refund: 20 %, closing: { on: 2020-02-10 } }", 3, (of) => {
      of.contributionsSoFar[0] += 50;
    });
    const { now, atEnd } = state;
    expect([now.refunds, now.subsidy, atEnd.refunds, atEnd.subsidy].map((of) => of[0])).toEqual([
      20, 20, 20, 20,
    ]);
    expect(atEnd.members[0]).toBe(100);
  });
});

describe("one settlement at the end of the run-off", () => {
  it("has all claims wait for it", () => {
    const run = runOf(`${months(6, "replications: 4")}
engine: fast
joining: { initial: 60000 }
members: { ages: 30-39, leaveAt: 90 }
cover: { illnesses: { x: { incidence: 10 %, benefit: 100, endsMembership: false } } }
claims: { delay: { periods: [0, 0.5, 0.5] } }
ending: { closing: { on: 2020-03-31, sharingStops: false }, runOff: { claimWindow: 60 days, paidBy: members, remaining: 50 %, atOnce: true } }`);
    expect(run.at("cases", 3)).toBe(0);
    expect(run.at("cases", 4)).toBeGreaterThan(300);
    expect(run.at("share", 4)).toBeCloseTo(run.at("aid", 4) / 30_000, 9);
    expect(run.at("cases", 5)).toBe(0);
  });
});
