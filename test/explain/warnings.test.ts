import { describe, expect, it } from "vitest";
import { explained, soundPool } from "./explained.ts";

const warningsOf = (set: readonly string[]) => explained(soundPool, set).warnings;
const kindsOf = (set: readonly string[]) => warningsOf(set).map(({ kind }) => kind);

const event = (from: string, to: string) =>
  `shocks={ events: [{ name: news, from: ${from}, to: ${to}, lapse: 2 }] }`;
const at59 = "cover={ level: 1, illnesses: { cancer: { benefits: [{ ages: 59-59, amount: 1000 }] } } }";
const onlyCancer = (rate: string) => `cover.illnesses.cancer.incidence=${rate}`;

/*
 * What causes each warning, and what just does not. Benefits are 100,000; 10,000 members. By hand: the mean rate of joiners is
 * 0.125 % x 0.5, so that a claim-free aid of 62.5 yuan a year, less 10 % refused, plus 8 % fee, is 60.75; 90 days after joining the select
 * factor is 1 - 0.6 exp(-90 / 365.25) = 0.531.
 */
const cases: readonly (readonly [string, string[], string[]])[] = [
  // At 59 the highest cancer tables are China's for men, 0.8286 %, and the United Kingdom's for women, 0.7786 %: twice that is 1.5572 %.
  ["incidence", [at59, onlyCancer("1.56 %")], [at59, onlyCancer("1.55 %")]],
  // When the calendar ends the share is 60.75 x 1.02^4 x (1 - 0.6 exp(-4)) = 65.04.
  [
    "lapse",
    ["members.classes.ailing.reaction={ threshold: { willingness: 65 } }"],
    ["members.classes.ailing.reaction={ threshold: { willingness: 65.1 } }"],
  ],
  ["waiting", ["cover.waiting=1461 days"], ["cover.waiting=1460 days"]],
  ["noWaiting", ["cover.waiting=0 days"], ["cover.waiting=1 day"]],
  ["delay", ["claims.delay.gamma.mean=1461 days"], ["claims.delay.gamma.mean=1460 days"]],
  [
    "smallClass",
    ["joining.initial=2.4", "ending.minimumMembers=none"],
    ["joining.initial=2.5", "ending.minimumMembers=none"],
  ],
  ["select", ["cover.select={ years: [0.5, 0.9, 0.8] }"], ["cover.select={ years: [0.5, 0.9, 0.9] }"]],
  ["select", ["cover.select.start=1.1"], ["cover.select.start=1"]],
  ["relativeRisk", ["members.classes.ailing.relativeRisk=1.81"], ["members.classes.ailing.relativeRisk=1.8"]],
  ["fee", ["sharing.fee=30.1 %"], ["sharing.fee=30 %"]],
  // 60.75 x 0.53103 = 32.26 a year.
  ["cap", ["sharing.caps.perYear=32.2"], ["sharing.caps.perYear=32.3"]],
  ["cap", ["sharing.caps.perPeriod=8.06"], ["sharing.caps.perPeriod=8.07"]],
  // One case: 108,000 over 10,000 members.
  ["cap", ["sharing.caps.perCase=10.7"], ["sharing.caps.perCase=10.8"]],
  // What 10,000 members may be asked for in a year under a cap of 9.9 is 99,000: less than one claim.
  ["benefit", ["sharing.caps.perYear=9.9"], ["sharing.caps.perYear=10"]],
  ["trend", ["cover.trend=10.1 %"], ["cover.trend=10 %"]],
  ["trend", ["cover.inflation=10.1 %"], ["cover.inflation=10 %"]],
  // A gamma number of shape k has 1 / sqrt(k) for its coefficient of variation.
  [
    "variation",
    ["cover.level={ gamma: { shape: 0.99, scale: 0.5 } }"],
    ["cover.level={ gamma: { shape: 1.01, scale: 0.5 } }"],
  ],
  ["minimumMembers", ["ending.minimumMembers.members=10001"], ["ending.minimumMembers.members=10000"]],
  [
    "target",
    ["joining.target=[{ date: 2020-01-01, members: 1 }, { date: 2021-01-01, members: 1.44e9 }]"],
    ["joining.target=[{ date: 2020-01-01, members: 1 }, { date: 2021-01-01, members: 1.43e9 }]"],
  ],
  ["event", [event("2024-01-01", "2024-02-01")], [event("2023-12-31", "2024-02-01")]],
  ["event", [event("2019-01-01", "2019-12-31")], [event("2019-01-01", "2020-01-01")]],
];

describe("warnings", () => {
  it("are none for a sound scenario", () => {
    expect(warningsOf([])).toEqual([]);
  });

  it.each(cases)("%s: %j, but not %j", (kind, causes, not) => {
    expect(kindsOf(causes)).toContain(kind);
    expect(kindsOf(not)).not.toContain(kind);
  });

  it("tell the place, the number found, and what would be plausible", () => {
    const [one, ...others] = explained(soundPool.replace("fee: 8 %", "fee: 40 %")).warnings;
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      kind: "fee",
      found: 0.4,
      limit: 0.3,
      path: "sharing.fee",
      file: "inline.yaml",
    });
    expect(soundPool.split("\n")[one.line - 1]).toBe("  fee: 8 %");
    expect(one.column).toBe(8);
    expect(one.words).toMatchObject({ found: "a fee of 40 % of the aid", plausible: "up to 30 %" });
  });

  it("tell the worst age and sex of an incidence", () => {
    const [one] = warningsOf([
      "cover.level=1",
      onlyCancer("[{ ages: 20-59, rate: 0.5 %, sex: male }, { ages: 20-59, rate: 0 %, sex: female }]"),
    ]);
    expect(one).toMatchObject({ kind: "incidence", about: "cancer", sex: "male", found: 0.005 });
    expect(one.age).toBeLessThan(30);
    expect(one.path).toBe("cover.illnesses.cancer.incidence");
  });

  it("tell a stage's from the change in which it is written, once", () => {
    const change =
      "changes=[{ from: 2021-01-01, sharing: { fee: 50 % } }, { from: 2022-01-01, cover: { trend: 3 % } }]";
    expect(warningsOf([change])).toMatchObject([
      { kind: "fee", stage: "2021-01-01", path: "changes[0].sharing.fee", file: "--set", line: 1 },
    ]);
  });

  it("tell what several pools share once, and what is one pool's by its name", () => {
    const pools = "pools={ young: { joining: { initial: 200 } }, old: { joining: { initial: 300 } } }";
    expect(warningsOf([pools, "sharing.fee=60 %"])).toMatchObject([{ kind: "fee", pools: ["young", "old"] }]);
    const own = "pools={ young: { joining: { initial: 200 } }, old: { sharing: { fee: 60 % } } }";
    expect(warningsOf([own])).toMatchObject([{ kind: "fee", pools: ["old"], path: "pools.old.sharing.fee" }]);
  });

  it("leave a number alone that may be below 0: a part of its mean says nothing", () => {
    expect(kindsOf(["cover.trend={ normal: [0.1 %, 1 %] }"])).toEqual([]);
  });

  it("tell the first of many alike, and how many more there are", () => {
    const rows = ["a", "b", "c", "d"].map(
      (name) =>
        `{ class: ${name}, number: 9, claimProbability: 10 %, benefit: 100, reaction: { threshold: { willingness: 1 } } }`,
    );
    const group = (of: readonly string[]) =>
      `title: Rows\ncalendar: { from: 2020-01-01, periods: 2, settle: { every: 6 months } }\ngroup: [${of.join(", ")}]\n`;
    expect(explained(group(rows)).warnings).toMatchObject([
      { kind: "lapse", about: "a", more: 3, path: "group[0]" },
    ]);
    expect(explained(group(rows.slice(1))).warnings.map(({ about }) => about)).toEqual(["b", "c", "d"]);
  });

  it("leave a class alone that illness brings members into", () => {
    const recovered = [
      "members.classes={ careful: { portion: 100 % }, ailing: { portion: 0 % } }",
      "members.classes.careful.relativeRisk=1",
      "cover.illnesses.cancer.movesTo=ailing",
    ];
    expect(kindsOf(recovered)).toEqual([]);
    expect(kindsOf(recovered.slice(0, 2))).toEqual(["smallClass"]);
  });
});
