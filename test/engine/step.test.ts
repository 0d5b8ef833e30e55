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

describe("premiums", () => {
  /** 100 members cost 10 each a month. */
  const premiums = (premium: string, more = "") =>
    runOf(group(`\nsharing: { premium: ${premium}, excess: operator }${more}`, 25));
  const inYears = (shares: readonly number[]) => [shares[0], shares[12], shares[24]];

  it("are asked whatever the cost is; the reserve keeps what is left", () => {
    const run = premiums("{ amount: 12 }");
    expect(new Set(run.path("share"))).toEqual(new Set([12]));
    expect(run.path("surplus").slice(0, 3)).toEqual([200, 400, 600]);
  });

  it("or the operator does, as fee", () => {
    const run = premiums("{ amount: 12, leftTo: operator }");
    expect([run.at("fee", 0), run.at("surplus", 0)]).toEqual([200, 0]);
  });

  it("are renewed each year to what the cost of the last is of the premiums, within the largest change", () => {
    // 10 / 8 = 1.25; a tenth more at most.
    expect(inYears(premiums("{ amount: 8, renewal: { lossRatio: 1 } }").path("share"))).toEqual([8, 10, 10]);
    expect(inYears(premiums("{ amount: 8, renewal: { lossRatio: 80 % } }").path("share"))).toEqual([
      8,
      12.5,
      expect.closeTo(12.5, 9),
    ]);
    expect(inYears(premiums("{ amount: 8, renewal: { lossRatio: 1, most: 10 % } }").path("share"))).toEqual(
      [8, 8.8, 9.68].map((of) => expect.closeTo(of, 9)),
    );
    expect(inYears(premiums("{ amount: 20, renewal: { lossRatio: 1, most: 25 % } }").path("share"))).toEqual(
      [20, 16, 12.8].map((of) => expect.closeTo(of, 9)),
    );
  });

  it("do not have to cover what they leave to the operator", () => {
    const left = premiums("{ amount: 20, renewal: { lossRatio: 1 }, leftTo: operator }");
    expect(inYears(left.path("share"))).toEqual([20, 10, 10]);
  });

  it("are what a change says, not renewed on that day", () => {
    const change = "\nchanges: [{ from: 2021-01-01, sharing: { premium: { amount: 15 } } }]";
    expect(inYears(premiums("{ amount: 8, renewal: { lossRatio: 1 } }", change).path("share"))).toEqual([
      8, 15, 10,
    ]);
  });

  it("are rounded up to the unit of shares", () => {
    const run = runOf(group("\nsharing: { premium: { amount: 8.5 }, roundUpTo: 1, excess: operator }", 2));
    expect([run.path("share"), run.path("contributions")]).toEqual([
      [9, 9],
      [900, 900],
    ]);
  });
});

describe("caps per year beside weights", () => {
  it("hold for who pays the most", () => {
    const run = runOf(`${months(5)}
group:
  - { class: a, number: 50, claimProbability: 1, benefit: 10 }
  - { class: b, number: 50, claimProbability: 1, benefit: 10 }
sharing: { rule: { class: { a: 1, b: 3 } }, caps: { perYear: 40 }, excess: operator }`);
    // Of 1,000 a month class b pays 15 each: twice, then the rest of 40.
    expect(run.column("years.2020.share[class=b]")[0]).toBeCloseTo(40, 9);
    expect(run.column("years.2020.share[class=a]")[0]).toBeCloseTo(40 / 3, 9);
  });
});
