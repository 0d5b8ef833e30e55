import { describe, expect, it } from "vitest";
import { months, runOf } from "./runs.ts";

/** A closed group in which everybody claims in every period: nothing is random. */
const group = (more: string, periods = 4, row = "") => `${months(periods)}
group: [{ class: all, number: 100, claimProbability: 1, benefit: 10${row} }]${more}`;

describe("the order of events in a period", () => {
  it("lets rules dated to a period hold on its day of settlement", () => {
    const fees = (from: string) =>
      runOf(group(`\nchanges: [{ from: ${from}, sharing: { fee: 10 % } }]`)).path("fee");
    expect(fees("2020-02-10")).toEqual([0, 100, 100, 100]);
    expect(fees("2020-02-29")).toEqual([0, 100, 100, 100]);
    expect(fees("2020-03-01")).toEqual([0, 0, 100, 100]);
  });

  it("counts the yearly cap anew in each calendar year", () => {
    const run = runOf(group("\nsharing: { caps: { perYear: 25 }, excess: operator }", 14));
    expect(run.path("share")).toEqual([10, 10, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 10]);
  });

  it("has joiners share in the period in which they join", () => {
    const run = runOf(`${months(2)}
engine: exact
joining: { initial: 100, target: [{ date: 2020-01-31, members: 100 }, { date: 2020-02-29, members: 200 }] }
members: { ages: 30-39, leaveAt: 90 }
cover: { illnesses: { x: { incidence: 0, benefit: 1 } } }
sharing: { feePerHead: 3 }`);
    expect(run.path("sharers")).toEqual([100, 200]);
    expect(run.path("fee")).toEqual([300, 600]);
  });

  it("may have only the covered share", () => {
    const run = runOf(`${months(4)}
engine: exact
joining: { schedule: [{ from: 2020-01-01, to: 2020-01-31, perYear: 12000 }] }
members: { ages: 30-39, leaveAt: 90 }
cover: { waiting: 61 days, illnesses: { x: { incidence: 0, benefit: 1 } } }
sharing: { sharers: covered, feePerHead: 3 }`);
    const members = run.at("members", 0);
    // 61 days are a little more than two months: the third period is covered in part.
    expect(run.path("covered")).toEqual([0, 0, members, members]);
    expect(run.path("sharers")).toEqual([0, 0, members, members]);
    expect(run.path("share")).toEqual([0, 0, 3, 3]);
  });

  it("lets those whose claim ended their membership share no more", () => {
    const run = runOf(`${months(2)}
group:
  - { class: ill, number: 60, claimProbability: 1, benefit: 10, endsMembership: true }
  - { class: well, number: 40, claimProbability: 0, benefit: 10 }`);
    expect(run.path("claimed")).toEqual([60, 0]);
    expect(run.path("sharers")).toEqual([40, 40]);
    expect(run.path("share")).toEqual([15, 0]);
  });

  it("has members react in the next period, after having paid", () => {
    const run = runOf(group("", 4, ", reaction: { threshold: { willingness: 100 } }"));
    expect(run.path("share")).toEqual([10, 0, 0, 0]);
    expect(run.path("lapsed")).toEqual([0, 100, 0, 0]);
    expect(run.path("members")).toEqual([100, 0, 0, 0]);
    expect([run.ending(), run.lastRunning()]).toEqual(["noMembers", 1]);
  });

  it("pays claims after their delay, without those refused", () => {
    const run = runOf(group("\nclaims: { delay: { periods: [0, 0, 1] } }"));
    expect(run.path("cases")).toEqual([0, 0, 100, 100]);
    expect(runOf(group("\nclaims: { denied: 100 % }")).path("cases")).toEqual([0, 0, 0, 0]);
  });

  it("collects before members leave whose debit failed, and lets the next period bear what is missing", () => {
    const run = runOf(group("\ncollection: { failing: 100 % }", 2));
    expect(run.path("contributions")).toEqual([0, 0]);
    expect(run.path("surplus")[0]).toBe(-1000);
    expect(run.path("defaulted")).toEqual([0, 100]);
  });

  it("carries the surplus of rounding into the next period", () => {
    // 1,000 by 100 is 10, rounded up to 15: 500 are left, and then 5 a head are enough.
    const run = runOf(group("\nsharing: { roundUpTo: 15 }", 4));
    expect(run.path("share")).toEqual([15, 15, 0, 15]);
    expect(run.path("surplus")).toEqual([500, 1000, 0, 500]);
  });
});
