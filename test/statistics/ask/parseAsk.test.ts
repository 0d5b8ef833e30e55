import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer } from "../../../src/statistics/ask/answer.ts";
import type { Ask, AskMistake } from "../../../src/statistics/ask/ask.ts";
import { isAsk, parseAsk } from "../../../src/statistics/ask/parseAsk.ts";
import { resultsOf } from "../resultsOf.ts";

const columns = [
  "total.cost",
  "total.costs",
  "years.2020.share",
  "years.2020.members",
  "years.2020.members[class=careful]",
  "years.2020.members[class=互助 (old) - 2]",
  "periods.2019-01-28.share",
  "ending.year",
];

const understood = (text: string) => isAsk(parseAsk(text, columns));

function mistakesOf(text: string): AskMistake[] {
  const parsed: Ask | AskMistake[] = parseAsk(text, columns);
  return isAsk(parsed) ? [] : parsed;
}

describe("parseAsk", () => {
  it("understands what its header says", () => {
    const texts = [
      "P(total.cost > 3500)",
      "quantile(total.cost, 0.95)",
      "mean(max(total.cost - 10, 0))",
      "sd(years.2020.members[class=careful])",
      "mean(years.2020.members[class=互助 (old) - 2] - years.2020.share)",
      "mean(periods.2019-01-28.share - 2019 - 01 - 28)",
      "mean(total.cost | ending.year < 2021)",
      "quantile(total.cost | total.cost > 1 && ending.year < 2021, 0.5)",
      "P(not (total.cost > 1) and ending.year < 2021 or years.2020.share <= 2)",
      "P(!(total.cost > 1) && ending.year < 2021 || years.2020.share <= 2)",
      "sd(total.cost) / mean(total.cost)",
      "-mean(total.cost ^ -1) + .5e3 * exp(log(sqrt(abs(median(total.cost)))))",
      "max(mean(total.cost), tailMean(total.cost, 0.9), var(total.cost), 3)",
      "P( total.cost\n> 1 )",
      "cov(total.cost, years.2020.share) / corr(total.cost, years.2020.share | ending.year < 2021)",
    ];
    for (const text of texts) expect([text, mistakesOf(text)]).toEqual([text, []]);
  });

  it("takes the longest known column, and a name only whole", () => {
    expect(understood("mean(total.costs)")).toBe(true);
    expect(mistakesOf("mean(total.costss)")[0].found).toBe('"total.costss"');
  });

  it("names place, finding, what is allowed and the nearest column", () => {
    expect(mistakesOf("1 + P(total.cst > 1)")).toEqual([
      {
        position: 7,
        found: '"total.cst"',
        allowed: "a column of the run, such as total.cost or years.2020.share",
        nearest: "total.cost",
      },
    ]);
  });

  it("tells all mistakes at once, in order", () => {
    const mistakes = mistakesOf("mean(total.cst) + meen(total.cost) + quantile(total.cost, 95)");
    expect(mistakes.map(({ position }) => position)).toEqual([6, 19, 38]);
    expect(mistakes.map(({ nearest }) => nearest)).toEqual(["total.cost", "mean", undefined]);
  });

  it.each([
    ["total.cost", 1, "one number per replication", "mean(total.cost)"],
    ["total.cost > 3", 1, "a condition", "P(total.cost > 3)"],
  ])("refuses %s, which is not a figure, and offers one", (text, position, found, nearest) => {
    expect(mistakesOf(text)).toEqual([
      { position, found, allowed: "a figure over all replications", nearest },
    ]);
  });

  it.each([
    ["", 1, "nothing"],
    [" ", 1, "nothing"],
    ["mean(", 6, "the end"],
    ["mean(total.cost", 16, "the end"],
    ["mean(total.cost))", 17, '")" in a wrong place'],
    ["mean total.cost", 1, "something incomplete"],
    ["mean(total.cost) mean(total.cost)", 1, "something incomplete"],
    ["mean(total.cost, 1)", 1, "mean of 2 arguments"],
    ["mean()", 1, "mean of 0 arguments"],
    ["quantile(total.cost)", 1, "quantile of 1 arguments"],
    ["quantile(total.cost, 1.5)", 1, "1.5 as p of quantile"],
    ["cov(total.cost)", 1, "cov of 1 arguments"],
    ["corr(total.cost, ending.year, 1)", 1, "corr of 3 arguments"],
    ["corr(total.cost > 1, total.cost)", 6, "a condition"],
    ["cov(total.cost | ending.year > 1, total.cost)", 5, '"|" in a wrong place'],
    ["tailMean(total.cost, 1)", 1, "1 as p of tailMean"],
    ["quantile(total.cost, total.cost)", 1, "an expression as p of quantile"],
    ["P(total.cost)", 3, "one number per replication"],
    ["mean(total.cost > 1)", 6, "a condition"],
    ["P(1 < total.cost < 2)", 7, "a condition"],
    ["P(total.cost > mean(total.cost))", 3, "a figure over all replications compared"],
    ["mean(mean(total.cost))", 6, "a figure over all replications"],
    ["mean(total.cost) > 1", 1, "a figure over all replications compared"],
    ["mean(total.cost) + total.cost", 1, "a figure over all replications with one number per replication"],
    ["mean(total.cost) | total.cost > 1", 1, '"|" in a wrong place'],
    ["mean(total.cost | total.cost)", 19, "one number per replication"],
    ["mean(-total.cost ^ 2)", 7, "- or ! before ^"],
    ["mean(max(total.cost))", 6, "max of 1 arguments"],
    ["mean(total.cost)(1)", 1, "brackets after an expression"],
    ["mean", 1, '"mean"'],
    ["mean(total.cost; 1)", 16, '";"'],
    ["mean('total.cost')", 6, '"\'"'],
    ["mean(total.cost = 3)", 17, '"=" in a wrong place'],
    ["mean(total.cost[0])", 6, '"total.cost[0]"'],
    ["mean(,total.cost)", 7, '"total.cost" in a wrong place'],
    ["mean(5%)", 7, '"%"'],
    ["constructor(total.cost)", 1, 'a function "constructor"'],
    ["mean(__proto__)", 6, '"_"'],
    ["mean(toString)", 6, '"toString"'],
  ])("says of %j what is wrong at %i: %s", (text, position, found) => {
    const [first] = mistakesOf(text);
    expect([first?.position, first?.found]).toEqual([position, found]);
  });

  it("names the metric meant in a period, and asks for a day of settlement", () => {
    expect(mistakesOf("mean(periods.2019-01-28.shar)")[0].nearest).toBe("periods.2019-01-28.share");
    expect(mistakesOf("mean(periods.2019-01-29.share)")[0].allowed).toContain("day of settlement");
  });

  it.each([
    [
      "mean(periods.2019-01-28.cost)",
      /^after periods\.2019-01-28\. one of members, covered, .*multipleOfStayers$/,
    ],
    ["mean(years.2020.foo)", /^after years\.2020\. one of share, members$/],
    [
      "mean(years.2020.members[class=x])",
      /^members\[class=NAME\] with one of the classes careful, 互助 \(old\) - 2$/,
    ],
    ["mean(years.2031.share)", /^years\.YEAR\.FIGURE with one of the years 2020$/],
  ])("lists in %s what could stand there", (text, allowed) => {
    expect(mistakesOf(text)[0].allowed).toMatch(allowed);
  });

  describe("of pools", () => {
    const ofPools = [
      ...columns,
      "years.2020.share[class=careful]",
      "years.2020.share[class=互助 (old) - 2]",
      "total.cost[pool=young]",
      "total.cost[pool=60+ (elderly)]",
      "years.2020.share[pool=young]",
      "years.2020.members[pool=young]",
      "periods.2019-01-28.share[pool=young]",
    ];
    const first = (text: string) => {
      const parsed = parseAsk(text, ofPools);
      return isAsk(parsed) ? undefined : parsed[0];
    };

    it("understands their columns beside those of the whole plan and of classes", () => {
      const text =
        "mean(total.cost[pool=60+ (elderly)] / total.cost + periods.2019-01-28.share[pool=young] > 1)";
      expect(first(text.replace("mean", "P"))).toBeUndefined();
      expect(
        first("sd(years.2020.share[class=互助 (old) - 2] - years.2020.share[pool=young])"),
      ).toBeUndefined();
    });

    it.each([
      [
        "mean(total.cost[pool=yuong])",
        "total.cost[pool=young]",
        /^\[pool=NAME\] .* young, 60\+ \(elderly\)$/,
      ],
      ["mean(total.cots[pool=young])", "total.cost[pool=young]", /^a column of the run/],
      ["mean(periods.2019-01-28.aid[pool=yong])", "periods.2019-01-28.aid[pool=young]", /one of the pools/],
      ["mean(periods.2019-01-28.shar[pool=young])", "periods.2019-01-28.share[pool=young]", /^after periods/],
      ["mean(total.cost[pool=xxxxxxxxxxxxxxxxxxxx])", undefined, /one of the pools young/],
      [
        "mean(years.2020.foo[pool=young])",
        "years.2020.share[pool=young]",
        /^after years\.2020\. one of share, members$/,
      ],
      ["mean(years.2031.share[pool=young])", "years.2020.share[pool=young]", /one of the years 2020$/],
      [
        "mean(years.2020.share[class=xxxxxxxxxxxxxxxxxxxxx])",
        "years.2020.share",
        /^share\[class=NAME\] with one of the classes careful, 互助 \(old\) - 2$/,
      ],
      ["mean(years.2020.share[pol=young])", "years.2020.share[pool=young]", /./],
    ])("says of %s that nearest is %s, and what could stand there", (text, nearest, allowed) => {
      expect(first(text)?.nearest).toBe(nearest);
      expect(first(text)?.allowed).toMatch(allowed);
      expect(first(text)?.position).toBe(6);
    });

    it("says so where the plan has one pool only", () => {
      expect(mistakesOf("mean(total.cost[pool=young])")).toEqual([
        {
          position: 6,
          found: '"total.cost[pool=young]"',
          allowed: "no [pool=NAME], as the plan has one pool",
          nearest: "total.cost",
        },
      ]);
      expect(mistakesOf("mean(total.csot[pool=young])")[0].nearest).toBeUndefined();
    });
  });

  it("refuses what is too long or nested too deeply without throwing", () => {
    expect(mistakesOf("1".repeat(2001))[0].found).toBe("2001 characters");
    expect(understood(`${"(".repeat(500)}mean(total.cost)${")".repeat(500)}`)).toBe(true);
    expect(() => mistakesOf("(".repeat(2000))).not.toThrow();
    expect(() => mistakesOf(`${"-".repeat(1900)}mean(total.cost)`)).not.toThrow();
  });

  it("never throws and always tells a place within the text, whatever is written", () => {
    const words = [
      ...columns,
      "mean",
      "P",
      "quantile",
      "max",
      "and",
      "not",
      "(",
      ")",
      ",",
      "|",
      "||",
      ">",
      "==",
      "^",
      "-",
      "1.5",
      " ",
      "[",
      ".",
      "é",
    ];
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.array(fc.constantFrom(...words), { maxLength: 15 }).map((parts) => parts.join("")),
      fc.array(fc.constantFrom(...words), { maxLength: 15 }).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(text, (question) => {
        const parsed = parseAsk(question, columns);
        if (isAsk(parsed)) return;
        expect(parsed.length).toBeGreaterThan(0);
        for (const { position, found, allowed } of parsed) {
          expect(position).toBeGreaterThanOrEqual(1);
          expect(position).toBeLessThanOrEqual(question.length + 1);
          expect(found !== "" && allowed !== "").toBe(true);
        }
      }),
      { seed: 5, numRuns: 5000 },
    );
  });

  it("understands every expression that follows the grammar, and its answer is a number or null", () => {
    const results = resultsOf(Object.fromEntries(columns.map((name, i) => [name, [1, 2, 4, 8 + i]])));
    const { figure } = fc.letrec<{ numbers: string; truth: string; figure: string }>((tie) => ({
      numbers: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(...columns, "2", "0.5"),
        fc
          .tuple(tie("numbers"), fc.constantFrom("+", "-", "*", "/"), tie("numbers"))
          .map(([a, op, b]) => `(${a} ${op} ${b})`),
        fc.tuple(tie("numbers"), tie("numbers")).map(([a, b]) => `max(${a}, ${b})`),
      ),
      truth: fc.oneof(
        { maxDepth: 2 },
        fc
          .tuple(tie("numbers"), fc.constantFrom("<", "<=", ">", ">=", "==", "!="), tie("numbers"))
          .map((parts) => parts.join(" ")),
        fc
          .tuple(tie("truth"), fc.constantFrom("&&", "or"), tie("truth"))
          .map(([a, op, b]) => `(${a}) ${op} (${b})`),
      ),
      figure: fc.oneof(
        { maxDepth: 3 },
        fc
          .tuple(fc.constantFrom("mean", "sd", "var", "median"), tie("numbers"), tie("truth"))
          .map(([f, x, c]) => `${f}(${x} | ${c})`),
        tie("numbers").map((x) => `tailMean(${x}, 0.5)`),
        tie("truth").map((x) => `P(${x})`),
        fc
          .tuple(tie("figure"), fc.constantFrom("+", "-", "*", "/"), tie("figure"))
          .map(([a, op, b]) => `(${a}) ${op} (${b})`),
      ),
    }));
    fc.assert(
      fc.property(figure, (text) => {
        fc.pre(text.length <= 2000);
        const parsed = parseAsk(text, columns);
        if (!isAsk(parsed)) throw new Error(`${text}: ${JSON.stringify(parsed)}`);
        for (const number of [answer(parsed, results).value, answer(parsed, results).se]) {
          expect(number === null || Number.isFinite(number)).toBe(true);
        }
      }),
      { seed: 6, numRuns: 1000 },
    );
  });
});
