import { describe, expect, it } from "vitest";
import { headline } from "../../src/report/findings/headline.ts";
import { makeReport } from "../../src/report/makeReport.ts";
import type { Aftermath, Ending, Report } from "../../src/report/report.ts";
import type { Figure } from "../../src/statistics/figure.ts";
import { allRefunded, closedGroup, manyCircles, prepaid, threeYears } from "./fixtures.ts";
import { withStages } from "./toyInputs.ts";

/** A figure whose replications lie around a median. */
function around(q50: number, q05 = q50, q95 = q50): Figure {
  const rest = { se: 0, sd: 0, seQ05: 0, seQ50: 0, seQ95: 0 };
  return { mean: q50, q05, q25: q05, q50, q75: q95, q95, ...rest };
}

const nothing = around(0);
const nothingAfter: Aftermath = {
  replications: 200,
  members: around(490_000),
  deposits: null,
  cost: nothing,
  cases: nothing,
  subsidy: nothing,
  refunds: nothing,
  depositsReturned: null,
  depositsLost: null,
  paidPart: null,
};
const dates = { q05: "2020-08-28", q50: "2020-09-14", q95: "2020-10-14" };
const calm = makeReport(closedGroup());

/** A quiet plan that ends by one cause. */
function endingBy(
  cause: Ending["causes"][number]["cause"],
  value: number,
  aftermath: Partial<Aftermath> = {},
): Report {
  const probability = { value, se: 0.0037 };
  const ending: Ending = {
    ...calm.ending,
    ...{ probability, cause, date: dates.q50, possible: [cause] },
    causes: [
      {
        cause,
        probability,
        dates: cause === "closing" ? { ...dates, q05: dates.q95, q50: dates.q95 } : dates,
      },
    ],
    aftermath: { ...nothingAfter, ...aftermath },
  };
  return { ...calm, scenario: { ...calm.scenario, currency: "yuan" }, ending };
}

describe("the headline", () => {
  it("tells an ending by a clause: how often, when, and between which days", () => {
    expect(headline(endingBy("minimumMembers", 0.972))).toBe(
      "The plan ends by the clause on fewer members than the minimum in 97.2 ± 0.4 % of the replications, in the median on 14 Sep 2020 (5 – 95 % of these: 28 Aug 2020 – 14 Oct 2020).",
    );
  });

  it.each([
    ["shareCeiling", "ends by the clause on a share above the ceiling in every replication"],
    ["subsidyBudget", "ends because the operator’s budget for subsidies is spent in every replication"],
    ["notStarted", "fails to find enough members in time to start in every replication"],
    ["operator", "is given up by its operator for its losses in every replication"],
    ["hazard", "is closed from outside in every replication"],
    ["noMembers", "ends with no member left in every replication"],
  ] as const)("words the cause %s", (cause, words) => {
    expect(headline(endingBy(cause, 1))).toContain(`The plan ${words}, in the median on 14 Sep 2020`);
  });

  it("tells that all contributions are given back", () => {
    expect(makeReport(allRefunded()).headline).toMatch(
      /The plan closes by decision in every replication, with its last settlement on 28 Jul 2020; all [\d.]+ bn yuan \(5 – 95 %: [\d.]+ bn – [\d.]+ bn yuan\) of contributions are given back\.$/,
    );
  });

  it("tells what part of its aid the last claims get, and how sure that is", () => {
    const report = endingBy("closing", 1, { cost: around(1e6), paidPart: around(0.46, 0.4, 0.523) });
    expect(headline(report)).toMatch(
      /closes by decision in every replication, with its last settlement on 14 Oct 2020; the last claims get 46 % of their aid in the median \(5 – 95 %: 40 % – 52.3 %\)\.$/,
    );
  });

  it("tells deposits that are not given back before what the run-off costs", () => {
    const after = { cost: around(5e6), subsidy: around(5e6), depositsLost: around(2e6, 1e6, 3e6) };
    expect(headline(endingBy("closing", 1, after))).toContain(
      "; deposits of 2 M yuan (5 – 95 %: 1 M – 3 M yuan) are not given back.",
    );
  });

  it("tells what run-off costs the operator, or that others bear it", () => {
    const cost = around(1.37e9, 1e9, 1.78e9);
    expect(headline(endingBy("closing", 1, { cost, subsidy: cost }))).toContain(
      "; run-off costs the operator 1.37 bn yuan (5 – 95 %: 1 bn – 1.78 bn yuan).",
    );
    expect(headline(endingBy("closing", 1, { cost }))).toContain(
      "; run-off costs 1.37 bn yuan (5 – 95 %: 1 bn – 1.78 bn yuan), nothing of it borne by the operator.",
    );
  });

  it("tells that sharers went away because deposits were used up, before the closing by decision", () => {
    expect(makeReport(prepaid()).headline).toMatch(
      /^Sharers fall by [\d.]+ % within \d months, from [\d.]+ M on \d+ \w+ 2019 to [\d.]+ M \(5 – 95 %: [\d.]+ M – [\d.]+ M\) on .*; of those who leave then, [\d.]+ % leave because their deposits are used up\. The plan closes by decision/,
    );
  });

  it("tells an ending by a rule before such a fall", () => {
    const report = makeReport(prepaid());
    const { ending } = endingBy("minimumMembers", 1);
    expect(headline({ ...report, ending })).toMatch(/^The plan ends by the clause on .*\. Sharers fall by/);
  });

  it("tells several causes with how often each is met", () => {
    const one = endingBy("hazard", 1);
    const causes = (["hazard", "minimumMembers", "operator"] as const).map((cause, i) => ({
      ...{ cause, dates, probability: { value: [0.5, 0.3, 0.2][i], se: 0.01 } },
    }));
    expect(headline({ ...one, ending: { ...one.ending, causes } })).toContain(
      "in every replication, half of these by 14 Sep 2020: it is closed from outside in 50 %, it ends by the clause on fewer members than the minimum in 30 % and it is given up by its operator for its losses in 20 %.",
    );
  });

  it("tells how many of many pools end, and the spread of their shares", () => {
    expect(makeReport(manyCircles()).headline).toMatch(
      /^Of 622 pools alike, 3 \(5 – 95 %: 0 – 6\) end; over the whole run a sharer is asked for 82 EUR in the median pool, but for 102 EUR and more in one of twenty/,
    );
  });

  it("tells how much of the aid owed is not paid where the plan runs on", () => {
    const books = { ...calm.books, aid: around(5e6), aidCut: around(1e6, 0.8e6, 1.2e6) };
    expect(headline({ ...calm, books })).toMatch(
      /^Of the aid owed, 16\.7 % is not paid: 1 M \$ in the median \(5 – 95 %: 800,000 – 1\.2 M \$\)\. In 2019 a member/,
    );
  });

  it("tells that members leave while the share rises", () => {
    expect(makeReport(threeYears()).headline).toMatch(
      /^Members leave while the share rises: from 2019 to 2021 the yearly share goes from [\d.]+ yuan to \d+ yuan \(5 – 95 %: [\d.]+ – \d+ yuan\) and membership from 103 M to 69\.5 M/,
    );
  });

  it("tells what a member pays, and that the plan runs on, where nothing else happens", () => {
    const ceiling = { share: 1e6, periods: 1 };
    const inputs = withStages(closedGroup(), (stage) => ({
      ...stage,
      ending: { ...stage.ending, shareCeiling: ceiling },
    }));
    expect(makeReport(inputs).headline).toMatch(
      /^In 2019 a member is asked for [\d.]+ \$ in the median replication; .*\. The plan still runs on 28 Jan 2019 in every replication; its chance/,
    );
  });
});
