import { describe, expect, it } from "vitest";
import { months, type Run, runOf } from "./runs.ts";

const classes = "{ a: { portion: 40 % }, b: { portion: 60 % } }";

/** Everybody of the young pool is 59 and leaves within the year; nobody dies, claims or lapses. */
const aging = (engine: string, portion: string, more = "") => `${months(13, "replications: 4")}
engine: ${engine}
cover: { illnesses: { x: { incidence: 0, benefit: 1 } } }
pools:
  young:
    members: { ages: 59-59, leaveAt: 60, classes: ${classes}, movesTo: { pool: old, portion: ${portion} } }
    joining: { initial: 1200 }
  old:
    members: { ages: 60-69, leaveAt: 70, mix: [{ ages: 65-65, portion: 1 }], classes: ${classes} }
    joining: { initial: 500 }${more}`;

const last = 12;
const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);

describe.each(["exact", "fast"])("who reaches the age limit of a pool (%s)", (engine) => {
  it("goes on in the other from the next period on", () => {
    const run = runOf(aging(engine, "100 %"));
    const [young, old] = [run.of("young"), run.of("old")];
    const movedOut = young.path("movedOut");
    expect(movedOut[0]).toBeGreaterThan(50);
    old
      .path("movedIn")
      .slice(1)
      .forEach((movedIn, t) => {
        expect(movedIn).toBeCloseTo(movedOut[t], 9);
      });
    expect(old.at("movedIn", 0)).toBe(0);
    expect(sum(young.path("agedOut"))).toBe(0);
    expect(old.at("members", last)).toBeCloseTo(1700, 6);
    expect(young.ending()).toBe("noMembers");
  });

  it("keeps the class", () => {
    const run = runOf(aging(engine, "100 %"));
    const [a] = run.column("years.2021.members[class=a]");
    const atStart = 0.4 * 1700;
    expect(Math.abs(a - atStart)).toBeLessThan(engine === "fast" ? 1e-6 : 4 * Math.sqrt(1700 * 0.24));
  });

  it("may go only in part; the others leave", () => {
    const young = runOf(aging(engine, "25 %")).of("young");
    const [moved, left] = [sum(young.path("movedOut")), sum(young.path("agedOut"))];
    expect(moved + left).toBeCloseTo(1200, 6);
    expect(Math.abs(moved - 300)).toBeLessThan(engine === "fast" ? 1e-6 : 4 * Math.sqrt(1200 * 0.1875));
  });

  it("leaves where the other pool has ended", () => {
    const closes = "\n    ending: { closing: { on: 2020-06-30 } }";
    const run = runOf(aging(engine, "100 %", closes));
    const [young, old] = [run.of("young"), run.of("old")];
    expect(young.path("movedOut").slice(5)).toEqual(new Array(8).fill(0));
    expect(young.at("agedOut", 5)).toBeGreaterThan(0);
    expect(sum(old.path("movedIn"))).toBeCloseTo(sum(young.path("movedOut")), 9);
  });

  it("takes the deposit along", () => {
    const funding = "\nfunding: { deposit: 10, interest: 0 }\nsharing: { feePerHead: 0.1 }";
    const run = runOf(aging(engine, "100 %", funding));
    const [young, old] = [run.of("young"), run.of("old")];
    // Who is still there in February has paid January's share.
    const [january, february] = [young.at("movedOut", 0), young.at("movedOut", 1)];
    expect(old.at("deposits", 1) - old.at("deposits", 0)).toBeCloseTo(
      10 * january - 0.1 * old.at("members", 1),
      6,
    );
    expect(old.at("deposits", 2) - old.at("deposits", 1)).toBeCloseTo(
      9.9 * february - 0.1 * old.at("members", 2),
      6,
    );
    expect(sum(run.path("depositsLost")) + sum(run.path("depositsReturned"))).toBeCloseTo(0, 6);
  });
});

/** The first pool closes in March with members whose waiting lasts until June. */
const closing = (engine: string, more = "") => `${months(8, "replications: 4")}
engine: ${engine}
members: { ages: 30-39, leaveAt: 90, classes: ${classes} }
cover: { waiting: 160 days, illnesses: { x: { incidence: 1, benefit: 1, endsMembership: false } } }
pools:
  first:
    joining: { schedule: [{ from: 2020-01-01, to: 2020-01-31, perYear: 12000 }] }
    ending: { closing: { on: 2020-03-31, sharingStops: false }, membersMoveTo: second }
  second:
    joining: { initial: 100 }${more}`;

describe.each(["exact", "fast"])("the members of a pool that ends (%s)", (engine) => {
  it("go on in the one that follows it", () => {
    const run = runOf(closing(engine));
    const [first, second] = [run.of("first"), run.of("second")];
    expect([first.ending(), first.lastRunning()]).toEqual(["closing", 2]);
    expect(second.at("movedIn", 3)).toBeCloseTo(first.at("members", 2), 9);
    expect(second.at("members", 3)).toBeCloseTo(100 + first.at("members", 2), 9);
    expect(first.at("members", 3)).toBe(0);
    expect(run.ending()).toBe("none");
  });

  it("go on waiting as they would have", () => {
    const second = runOf(closing(engine)).of("second");
    expect(second.path("covered").slice(3, 5)).toEqual([100, 100].map((of) => expect.closeTo(of, 6)));
    expect(second.at("covered", 5)).toBeCloseTo(second.at("members", 5), 6);
  });

  it("leave where that one has ended, too", () => {
    const alike = "\n    ending: { closing: { on: 2020-03-31, sharingStops: false } }";
    const run: Run = runOf(closing(engine, alike));
    expect(sum(run.of("second").path("movedIn"))).toBe(0);
    expect(run.ending()).toBe("closing");
    expect(run.column("atEnding.members")[0]).toBeCloseTo(run.at("members", 2), 6);
  });

  it("bring what is left of their deposits", () => {
    const run = runOf(closing(engine, "\nfunding: { deposit: 10 }\nsharing: { feePerHead: 1 }"));
    const [first, second] = [run.of("first"), run.of("second")];
    // Three times a fee of 1: of the first pool's in January, February and March, of the second's as often.
    expect(first.column("atEnding.deposits[pool=first]")[0]).toBeCloseTo(7 * first.at("members", 2), 6);
    const before = second.at("deposits", 2) + 7 * first.at("members", 2);
    expect(second.at("deposits", 3)).toBeLessThan(before);
    expect(second.at("deposits", 3) + second.at("depositsUsed", 3)).toBeCloseTo(before, 6);
  });
});
