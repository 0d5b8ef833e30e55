import { describe, expect, it } from "vitest";
import type { Picture, Series } from "../../src/explain/explanation.ts";
import { explained, soundPool } from "./explained.ts";

function picture(kind: Picture["kind"], set: readonly string[] = [], about = ""): Picture {
  const all = explained(soundPool, set).pools[0].pictures;
  const found = all.find((one) => one.kind === kind && one.about === about);
  if (found === undefined) throw new Error(`no picture of ${kind} ${about}`);
  return found;
}

const yAt = ({ points }: Series, x: number | string) => points.find((point) => point.x === x)?.y;

/* By hand, from the scenario in explained.ts alone. */
describe("pictures", () => {
  it("show incidence as it will be used: table times levels", () => {
    const { series } = picture("illness", ["cover.illnesses.cancer.level={ uniform: [0.5, 1.5] }"], "cancer");
    const [own, ...tables] = series;
    expect(own).toMatchObject({ sex: null, from: "2020-01-01" });
    expect(own.points[0].x).toBe(20);
    expect(own.points[own.points.length - 1].x).toBe(59);
    expect(yAt(own, 39)).toBeCloseTo(0.00025, 12);
    expect(yAt(own, 40)).toBeCloseTo(0.001, 12);
    expect(new Set(tables.map(({ name }) => name))).toEqual(
      new Set(["CI7 2020, insured, China", "population, UK 1993"]),
    );
  });

  it("show all illnesses together where there are several", () => {
    const second = "cover.illnesses.stroke={ incidence: 0.1 %, level: 2, benefit: 1000 }";
    expect(yAt(picture("incidence", [second]).series[0], 50)).toBeCloseTo(0.5 * (0.002 + 0.002), 12);
    expect(() => picture("incidence")).toThrow();
  });

  it("show men and women apart where they differ", () => {
    const rows =
      "cover.illnesses.cancer.incidence=[{ ages: 20-59, rate: 1 %, sex: male }, { ages: 20-59, rate: 2 %, sex: female }]";
    const own = picture("illness", [rows], "cancer").series.filter(({ from }) => from !== null);
    expect(own.map(({ sex, points }) => [sex, points[3].y])).toEqual([
      ["male", 0.005],
      ["female", 0.01],
    ]);
  });

  it("show the select factor, with the band of an uncertain one", () => {
    const { points } = picture("select").series[0];
    expect(points[0]).toEqual({ x: 0, y: 0.4 });
    expect(points.find(({ x }) => x === 2)?.y).toBeCloseTo(1 - 0.6 * Math.exp(-2), 12);
    const [uncertain] = picture("select", ["cover.select.start={ uniform: [0, 0.8] }"]).series;
    expect(uncertain.points[0].y).toBeCloseTo(0.4, 12);
    expect(uncertain.points[0].low).toBeCloseTo(0.04, 1);
    expect(uncertain.points[0].high).toBeCloseTo(0.76, 1);
    const byYear = picture("select", ["cover.select={ years: [0.2, { uniform: [0.5, 0.7] }, 1] }"]).series[0];
    expect(byYear.points.find(({ x }) => x === 1)).toMatchObject({ y: 0.6, low: 0.51, high: 0.69 });
    expect(byYear.points.find(({ x }) => x === 0.75)?.y).toBe(0.2);
  });

  it("show how late claims are, by stage", () => {
    const later = "changes=[{ from: 2021-01-01, claims: { delay: { periods: [0.6, 0.3, 0.1] } } }]";
    const [gamma, periods] = picture("delay", [later]).series;
    expect(gamma.from).toBe("2020-01-01");
    expect(gamma.points.reduce((sum, { y }) => sum + y, 0)).toBeCloseTo(1, 4);
    // 90 days are 0.986 periods; illness comes in the middle of its own, hence in whole periods the same mean.
    expect(gamma.points.reduce((sum, { x, y }) => sum + Number(x) * y, 0)).toBeCloseTo(0.986, 1);
    expect(periods).toMatchObject({
      from: "2021-01-01",
      points: [
        { x: 0, y: 0.6 },
        { x: 1, y: 0.3 },
        { x: 2, y: 0.1 },
      ],
    });
  });

  it("show the ages of joiners: 60 % men, 2.5 % of an age", () => {
    const [men, women] = picture("ages").series;
    expect(yAt(men, 30)).toBeCloseTo(0.025 * 0.6, 12);
    expect(yAt(women, 55)).toBeCloseTo(0.025 * 0.4, 12);
  });

  it("show benefits by age, and none where all ages are paid alike", () => {
    expect(() => picture("benefit")).toThrow();
    const scale =
      "cover.illnesses.cancer.benefits=[{ ages: 20-39, amount: 300 thousand }, { ages: 40-59, amount: { perClaim: { uniform: [0, 200000] } } }]";
    const [cancer] = picture("benefit", [scale]).series;
    expect([yAt(cancer, 39), yAt(cancer, 40)]).toEqual([300_000, 100_000]);
  });

  it("show joiners and membership through time", () => {
    const target =
      "joining={ initial: none, target: [{ date: 2020-03-31, members: 1000 }, { date: 2021-03-31, members: 2000 }] }";
    const [members] = picture("target", [target]).series;
    expect(members.points[0]).toEqual({ x: "2020-03-31", y: 1000 });
    expect(yAt(members, "2020-09-30")).toBeCloseTo(1000 + (1000 * 183) / 365, 6);
    const [joiners] = picture("inflow", [
      "joining.schedule=[{ perYear: 500, from: 2020-01-01, to: 2020-12-31 }]",
    ]).series;
    expect(yAt(joiners, "2020-06-30")).toBeCloseTo(500, 9);
    expect(yAt(joiners, "2021-06-30")).toBe(0);
    const [bass] = picture("inflow", [
      "joining={ initial: 100, bass: { potential: 1100, innovation: 0.02, imitation: 0.4 } }",
    ]).series;
    expect(bass.points[0].y).toBeCloseTo((0.02 + (0.4 * 100) / 1100) * 1000, 9);
  });

  it("show fee and caps only where they change", () => {
    expect(() => picture("fee")).toThrow();
    expect(() => picture("caps")).toThrow();
    const change = "changes=[{ from: 2022-01-01, sharing: { fee: 10 %, caps: { perYear: none } } }]";
    const [fee] = picture("fee", [change]).series;
    expect([yAt(fee, "2021-12-31"), yAt(fee, "2022-03-31")]).toEqual([0.08, 0.1]);
    const [cap] = picture("caps", [change]).series;
    expect(cap.name).toBe("perYear");
    expect(cap.points[cap.points.length - 1]).toEqual({ x: "2021-12-31", y: 2000 });
  });

  it("show mortality beside life tables", () => {
    const { series } = picture("mortality", ["cover.mortality=0.5 %"]);
    expect(yAt(series[0], 45)).toBe(0.005);
    expect(series.filter(({ from }) => from === null).length).toBe(4);
  });

  it("draw one thing once, however many stages have the same", () => {
    const change =
      "changes=[{ from: 2021-01-01, sharing: { fee: 10 % } }, { from: 2022-01-01, cover: { level: 1 } }]";
    expect(picture("illness", [change], "cancer").series.flatMap(({ from }) => from ?? [])).toEqual([
      "2020-01-01",
      "2022-01-01",
    ]);
    expect(picture("select", [change]).series.length).toBe(1);
  });
});

describe("what can be expected", () => {
  it("is the tables' aid a head, less what is refused, with the fee", () => {
    const { expected, mostMembers } = explained(soundPool).pools[0];
    const tables = 0.5 * 0.00125 * 100_000 * 0.9 * 1.08;
    expect(mostMembers).toBe(10_000);
    expect(expected[0].firstShare).toBeCloseTo(tables * (1 - 0.6 * Math.exp(-90 / 365.25)), 9);
    expect(expected[0].laterShare).toBeCloseTo(tables * 1.02 ** 4 * (1 - 0.6 * Math.exp(-4)), 9);
  });

  it("is a group's by its rows", () => {
    const group = `title: Rows\ncalendar: { from: 2020-01-01, periods: 2, settle: { every: 6 months } }
group:
  - { class: a, number: 3, claimProbability: 10 %, benefit: 100 }
  - { class: b, number: 1, claimProbability: 50 %, benefit: 200 }
`;
    const { expected, mostMembers } = explained(group).pools[0];
    expect(expected[0].firstShare).toBeCloseTo((2 * (3 * 10 + 100)) / 4, 12);
    expect(mostMembers).toBe(4);
  });
});
