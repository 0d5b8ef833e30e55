import type { ReportInputs } from "../../src/report/inputs.ts";
import { makeReport } from "../../src/report/makeReport.ts";
import type { Report } from "../../src/report/report.ts";
import type { Assumption } from "../../src/scenario/scenario.ts";
import { inputsOf, observation, poolInputsOf } from "./toyInputs.ts";
import type { ToyPlan } from "./toyPlan.ts";

/** Made when first asked for; whoever changes it makes a copy. */
export function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Reports to develop and test with, each a kind of plan that a renderer must cope with. */

const oneClass = [{ name: "all", relativeRisk: 1, portionOfJoiners: 1 }];

const toy: ToyPlan = {
  replications: 200,
  from: { year: 2019, month: 1 },
  years: 3,
  periodsPerYear: 24,
  initial: 20e6,
  joiners: (_, years) => (years < 1 ? 3.8e6 : years < 2 ? 0.9e6 : 0.1e6),
  classes: [
    { name: "careful 谨慎", relativeRisk: 0.7, portionOfJoiners: 0.6 },
    { name: "ill", relativeRisk: 1.45, portionOfJoiners: 0.4 },
  ],
  incidence: 0.00075,
  meanAid: 158_000,
  fee: 0.08,
  lapse: 0.05,
  sensitivity: 0.05,
  hazard: 0,
  minimumMembers: 0,
  closes: Number.POSITIVE_INFINITY,
  spread: 0.08,
  deposit: 0,
  refund: 0,
  runOffPaid: null,
};

const xhbAssumptions: Assumption[] = [
  {
    path: "cover.waitingDays",
    value: "90 days",
    note: "rules of the plan, https://example.org/rules?a=1&b=2",
    from: "scenarios/xhb.yaml",
  },
  {
    path: "cover.level",
    value: "normal: [0.5, 0.05]",
    note: "no source: half the table's level, chosen to meet 2019",
    from: "scenarios/xhb.yaml",
  },
  {
    path: "cover.illnesses.severe.incidence",
    value: "tables/ci2.csv",
    note: "China CI2 (2020), 25 diseases; CAA, http://www.caa.org.cn",
    from: "scenarios/xhb.yaml",
  },
  { path: "members.mix[0].portion", value: "uniform: [10 %, 14 %]", note: "", from: "scenarios/xhb.yaml" },
  { path: "sharing.fee", value: "8 %", note: "相互宝 rules of 27 Nov 2018", from: "--set" },
];

/** Half-monthly for three years, 100 million members, two classes, observed history: the richest report. */
export const threeYears = once((): ReportInputs => {
  return inputsOf(toy, {
    title: "相互宝 Xiang Hu Bao, as it was",
    purpose: "The largest mutual-aid plan there was: what each member paid, why it grew, and who left.",
    file: "scenarios/xiang-hu-bao.yaml",
    overrides: ["sharing.fee=8 %", 'seed="相互 seed"', "replications=200"],
    asked: ["mean(ending.year)"],
    history: [
      observation(
        "2019-01-28",
        "share",
        0.03,
        "First publicity, 21 Jan 2019 https://cqcb.com/wealth/2019-01-21/1396368_pc.html",
      ),
      observation("2019-06-28", "share", 0.51, "http://www.ettaleb.com/24hot/2019/0628/349669.html"),
      observation("2019-08-14", "share", 1.47, "China Youth Daily"),
      observation("2020-10-28", "share", 4.86, "techsir.com"),
      observation("2020-12-28", "share", 4.31, "Kuaikeji"),
      observation("2019-04-11", "members", 50e6, "press"),
      observation("2019-11-22", "members", 100e6, "press"),
      observation("2020-11-30", "sharers", 105.8e6, "operator's report"),
      observation("2019-12-31", "years.share", 29.17, "operator's report"),
      observation("2020-12-31", "years.share", 91, "operator's report"),
      observation("2018-10-17", "members", 1e6, "before the calendar starts"),
      observation("2020-12-31", "moonPhase", 3, "nothing simulated has this name"),
    ],
    assumptions: xhbAssumptions,
    uncertain: [
      { path: "cover.level", kind: "perReplication" },
      { path: "members.mix[0].portion", kind: "perBlock" },
    ],
    answers: [
      { ask: "P(years.2020.share > 100)", value: 0.185, se: 0.0275 },
      { ask: "quantile(total.cost, 0.95)", value: 3.123456789e10, se: 1.2e8 },
      { ask: "mean(ending.year)", value: null, se: null },
    ],
  });
});

/** A closed group of 300 for one period: no time, no fans, a distribution. */
export const closedGroup = once((): ReportInputs => {
  const group: ToyPlan = {
    ...toy,
    replications: 400,
    years: 1,
    periodsPerYear: 1,
    initial: 300,
    joiners: () => 0,
    classes: [
      { name: "A", relativeRisk: 1, portionOfJoiners: 1 / 3 },
      { name: "B", relativeRisk: 1, portionOfJoiners: 2 / 3 },
    ],
    incidence: 0.19,
    meanAid: 160,
    fee: 0,
    lapse: 0,
    spread: 0,
  };
  return inputsOf(group, {
    title: "Two classes, one period",
    currency: "$",
    answers: [{ ask: "P(total.cost > 3500)", value: 0.18084, se: 0.003 }],
  });
});

/** Monthly for five years; most replications end before, by falling below the minimum or from outside. */
export const earlyEnding = once((): ReportInputs => {
  const plan: ToyPlan = {
    ...toy,
    from: { year: 2020, month: 4 },
    years: 5,
    periodsPerYear: 12,
    initial: 60_000,
    joiners: () => 0,
    lapse: 0.2,
    hazard: 0.15,
    minimumMembers: 20_000,
    classes: oneClass,
    spread: 0.3,
    sensitivity: 0.004,
  };
  return inputsOf(plan, {
    title: "A plan that shrinks",
    purpose: "When does it fall below its minimum?",
    replicationsAsked: 1000,
  });
});

/** A yearly plan for fifty years with tiny shares. */
export const fiftyYears = once((): ReportInputs => {
  const classes = Array.from({ length: 12 }, (_, i) => ({
    name: `risk ${i + 1}`,
    relativeRisk: 0.4 + i * 0.1,
    portionOfJoiners: 1 / 12,
  }));
  const plan: ToyPlan = {
    ...toy,
    years: 50,
    periodsPerYear: 1,
    initial: 1e6,
    joiners: () => 30_000,
    meanAid: 0.5,
    fee: 0.02,
    lapse: 0.02,
    sensitivity: 0,
    replications: 100,
    classes,
    incidence: 0.5,
  };
  return inputsOf(plan, { title: "Fifty years", currency: "EUR" });
});

/** Nobody ever claims: every share is zero; it closes by decision in its second year. */
export const nothingHappens = once((): ReportInputs => {
  const plan: ToyPlan = {
    ...toy,
    years: 2,
    periodsPerYear: 12,
    initial: 1000,
    joiners: () => 0,
    incidence: 0,
    closes: 17,
    classes: oneClass,
    replications: 50,
  };
  return inputsOf(plan, { title: "Nothing happens" });
});

/** Two pools, of which the smaller closes by decision in its third year; observations of each and of both together. */
export const twoPools = once((): ReportInputs => {
  const main = { ...toy, replications: 100, periodsPerYear: 12, initial: 5e6 } as const;
  const elderly: ToyPlan = {
    ...main,
    initial: 400_000,
    joiners: () => 20_000,
    incidence: 0.004,
    meanAid: 90_000,
    closes: 29,
    runOffPaid: 1,
  };
  return poolInputsOf(
    [
      { name: "main", copies: 1, plan: main },
      { name: "elderly 老年", copies: 1, plan: elderly },
    ],
    {
      title: "Two pools",
      history: [
        observation("2020-12-31", "years.share[pool=elderly 老年]", 150, "press"),
        observation("2020-06-28", "members[pool=main]", 20e6, "press"),
        observation("2020-06-28", "members", 21e6, "press"),
        observation("2020-12-31", "years.sharers", 24e6, "press"),
        observation("2020-06-28", "share[pool=nobody]", 1, "press"),
      ],
    },
  );
});

/** Prepaid: deposits are used up within the first year, and it closes with some spent and the last claims cut. */
export const prepaid = once((): ReportInputs => {
  const plan: ToyPlan = {
    ...toy,
    replications: 100,
    years: 2,
    periodsPerYear: 12,
    initial: 8e6,
    joiners: (t) => (t < 4 ? 2e6 : 50_000),
    incidence: 0.0016,
    deposit: 9,
    closes: 20,
    runOffPaid: 0.46,
    classes: oneClass,
  };
  return inputsOf(plan, { title: "Deposits used up" });
});

/** Many small pools alike. */
export const manyCircles = once((): ReportInputs => {
  const plan: ToyPlan = {
    ...toy,
    replications: 60,
    years: 2,
    periodsPerYear: 12,
    initial: 28_000,
    joiners: () => 0,
    incidence: 0.02,
    meanAid: 24_000,
    fee: 0,
    classes: oneClass,
  };
  return poolInputsOf([{ name: "", copies: 622, plan }], { title: "Circles", currency: "EUR" });
});

/** Closes by decision; all contributions are given back. */
export const allRefunded = once((): ReportInputs => {
  const plan: ToyPlan = {
    ...toy,
    replications: 50,
    years: 2,
    periodsPerYear: 12,
    initial: 4e6,
    closes: 18,
    refund: 1,
  };
  return inputsOf(plan, { title: "All given back" });
});

/** Every text of the scenario is an attack on the page or on a table. */
export const hostile = once((): ReportInputs => {
  const evil = (where: string) =>
    `<script>alert("${where}")</script> | *x* [a](javascript:alert(1)) \`b\` & "q' \n- item`;
  const classes = [
    { name: evil("class"), relativeRisk: 1, portionOfJoiners: 0.5 },
    { name: "__proto__", relativeRisk: 2, portionOfJoiners: 0.5 },
  ];
  const inputs = inputsOf(
    { ...toy, years: 2, periodsPerYear: 12, replications: 20, classes },
    {
      title: evil("title"),
      purpose: evil("purpose"),
      currency: evil("currency"),
      history: [
        observation(
          "2019-06-28",
          "share",
          0.5,
          `${evil("source")} javascript:alert(2) http://x.org/"onmouseover="alert(3)`,
        ),
        observation("2019-06-28", evil("figure"), 0.5, "data:text/html,<b>x</b>"),
      ],
      assumptions: [{ path: evil("path"), value: evil("value"), note: evil("note"), from: evil("from") }],
      answers: [{ ask: evil("ask"), value: 1, se: 0 }],
      file: evil("file"),
      overrides: [evil("override")],
    },
  );
  return {
    ...inputs,
    engineReason: evil("reason"),
    seed: evil("seed"),
    digest: evil("digest"),
    version: evil("version"),
  };
});

export const fixtures = {
  threeYears,
  closedGroup,
  earlyEnding,
  fiftyYears,
  nothingHappens,
  twoPools,
  prepaid,
  manyCircles,
  allRefunded,
  hostile,
};
export const fixtureReports = once((): [string, Report][] =>
  Object.entries(fixtures).map(([name, inputs]) => [name, makeReport(inputs())]),
);
