import { describe, expect, it } from "vitest";
import { comparePublished } from "../../src/run/comparePublished.ts";
import { newControl } from "../../src/run/control.ts";
import { inline } from "../../src/run/inline.ts";
import { onlyAsked } from "../../src/run/onlyAsked.ts";
import { prepare, type Ready } from "../../src/run/prepare.ts";
import { validateScenario } from "../../src/run/validateScenario.ts";
import { resultsOf } from "../statistics/resultsOf.ts";
import { readFrom, readySmall, smallScenario } from "./smallScenario.ts";

const withPublished = (entries: string, text = smallScenario) => `${text}published:\n${entries}`;

function messages(text: string, files: Record<string, string> = {}): string[] {
  const prepared = prepare({ file: "x.yaml" }, readFrom({ ...files, "x.yaml": text }));
  return prepared.ok ? [] : prepared.mistakes.map(({ message }) => message);
}

/** Where `published` begins. */
const line = smallScenario.split("\n").length;

describe("questions of published numbers", () => {
  it("are told with their place, beside other mistakes", () => {
    const told = messages(
      withPublished(`  - { ask: mean(total.cots), value: 1, source: a book }
  - { ask: "mean(total.cost) > 1", value: 1, source: a book }
  - { sameInBothEngines: 2 * total.shaer }
  - { sameInBothEngines: total.cost | ending.year < 2021 }
`).replace("P(total.cost > 1000)", "P(total.cost)"),
    );
    expect(told[0]).toMatch(/^x.yaml:\d+:\d+ {2}ask\[0\]: /);
    expect(told.slice(1).map((one) => one.split("; ")[0])).toEqual([
      `x.yaml:${line + 1}:17  published[0].ask: found "total.cots"`,
      `x.yaml:${line + 2}:13  published[1].ask: found a figure over all replications compared`,
      `x.yaml:${line + 3}:30  published[2].sameInBothEngines: found "total.shaer"`,
      `x.yaml:${line + 4}:26  published[3].sameInBothEngines: found "total.cost | ending.year < 2021"`,
    ]);
    expect(told[1]).toMatch(/did you mean "total.cost"/);
  });

  it("of a CSV file are told at the file's name", () => {
    const files = { "numbers.csv": "ask,value,source\nmean(total.cots),1,a book" };
    const [told] = messages(`${smallScenario}published: { file: numbers.csv }\n`, files);
    expect(told).toMatch(new RegExp(`^x.yaml:${line}:\\d+ {2}published\\[0\\].ask: found "total.cots"`));
  });

  it("ask for single periods as others do", () => {
    const text = withPublished(
      "  - { ask: mean(periods.2020-03-31.share), value: 1, source: a book }\n  - { sameInBothEngines: periods.2020-06-30.aid }\n",
    );
    const { plan, published } = readySmall({}, text);
    expect(onlyAsked(plan, published).columns.map(({ name }) => name)).toEqual([
      "periods.2020-03-31.share",
      "periods.2020-06-30.aid",
    ]);
  });

  it("about both engines are of plans that both can run, replication by replication", () => {
    const entry = "  - { sameInBothEngines: total.aid }\n";
    const group = `title: x
calendar: { from: 2020-01-01, periods: 1, settle: { every: 1 year } }
group: [{ class: all, number: 9, claims: { geometric: 1 }, benefit: 1 }]
`;
    expect(messages(withPublished(entry, group))).toEqual([
      "x.yaml:5:26  published[0].sameInBothEngines: found claims that are counted one by one; allowed: a plan that both engines can run",
    ]);
    const redrawn = smallScenario.replace("cover:", "cover:\n  waiting: { uniform: [30 days, 90 days] }");
    expect(messages(withPublished(entry, redrawn))[0]).toMatch(
      /found numbers that are drawn once per block of replications; allowed: two engines are compared by independent/,
    );
  });
});

describe("published numbers beside ours", () => {
  const control = newControl();
  const computing = { control, runBlocks: inline };
  const ready = readySmall(
    { replications: 300, engine: "fast" },
    withPublished(
      "  - { ask: mean(total.cost), value: 3, source: a book }\n  - { sameInBothEngines: total.aid }\n",
    ),
  );

  it("are compared in order, the engines by replications of the other one from a seed of its own", async () => {
    const plans: Ready["plan"][] = [];
    const watching: typeof inline = (plan, ...rest) => {
      plans.push(plan);
      return inline(plan, ...rest);
    };
    const aid = Array.from({ length: 300 }, () => 0);
    const own = resultsOf({ "total.cost": aid.map((_, i) => 2.9 + 0.2 * (i % 2)), "total.aid": aid });
    const [cost, both] = await comparePublished(ready, own, { control, runBlocks: watching });
    expect(cost).toMatchObject({ kind: "number", published: 3, verdict: "agrees" });
    expect(both).toMatchObject({ kind: "sameInBothEngines", verdict: "differs" });
    expect(plans.map(({ engine, seed, replications }) => [engine.kind, seed, replications])).toEqual([
      ["exact", "small/other engine", 300],
    ]);
  });

  it("come from a simulation of all replications, of which nothing else is kept", async () => {
    const small = { ...ready, plan: onlyAsked(ready.plan, ready.published) };
    expect(small.plan.columns.length).toBe(2);
    const comparisons = await validateScenario(small, computing);
    expect(comparisons?.map(({ verdict }) => verdict)).toEqual(["differs", "agrees"]);
    const [cost] = comparisons ?? [];
    expect(cost.kind === "number" && cost.ours).toBeGreaterThan(100);
  });

  it("are none where it was stopped", async () => {
    const stopped = newControl();
    const none = await validateScenario(ready, {
      control: stopped,
      runBlocks: async () => {},
    });
    expect(none).toBeNull();
  });
});
