import { describe, expect, it } from "vitest";
import { compileForCheck } from "../../src/run/compileForCheck.ts";
import { prepare } from "../../src/run/prepare.ts";
import type { ScenarioRequest } from "../../src/run/request.ts";
import { isoDate } from "../../src/scenario/day.ts";
import { readFrom, readySmall, smallScenario, twoPools } from "./smallScenario.ts";

function messages(text: string, over: Omit<ScenarioRequest, "file"> = {}, files = {}): string[] {
  const prepared = prepare({ ...over, file: "x.yaml" }, readFrom({ ...files, "x.yaml": text }));
  return prepared.ok ? [] : prepared.mistakes.map(({ message }) => message);
}

/** The small scenario with other questions: what stands after `ask:`. */
const asking = (questions: string) => smallScenario.replace(/ask:[\s\S]*/, `ask:${questions}\n`);

describe("preparing a run", () => {
  it("lays seed, replications and engine of the command line over the scenario and its --set", () => {
    const over = {
      seed: "a: 'b'",
      replications: 7,
      engine: "fast",
      set: ["replications=9", "seed=x"],
    } as const;
    const { plan, scenario } = readySmall(over);
    expect([plan.seed, plan.replications, plan.engine.kind]).toEqual(["a: 'b'", 7, "fast"]);
    expect(scenario.assumptions.find(({ path }) => path === "replications")).toMatchObject({
      value: "7",
      from: "--set",
    });
  });

  it("reads the scenario's questions, then those of the command line", () => {
    const { asks } = readySmall({ ask: ["mean(total.aid)"] });
    expect(asks.map(({ text }) => text)).toEqual(["P(total.cost > 1000)", "mean(total.aid)"]);
  });

  it("has the plan keep the periods that are asked for", () => {
    const { plan } = readySmall();
    const date = new Date(plan.periods[1].date * 864e5).toISOString().slice(0, 10);
    const asked = readySmall({ ask: [`mean(periods.${date}.share)`, `sd(periods.${date}.share)`] }).plan;
    expect(asked.columns.slice(plan.columns.length).map(({ name }) => name)).toEqual([
      `periods.${date}.share`,
    ]);
  });

  it("has the plan keep the periods of a pool that are asked for", () => {
    const { plan } = readySmall({}, twoPools);
    const date = isoDate(plan.periods[1].date);
    const ask = [`mean(periods.${date}.share[pool=elderly] - total.share[pool=young])`];
    const asked = readySmall({ ask }, twoPools).plan;
    expect(asked.columns.slice(plan.columns.length)).toEqual([
      {
        name: `periods.${date}.share[pool=elderly]`,
        series: 1,
        of: { kind: "period", period: 1, metric: "share" },
      },
    ]);
  });

  it("names the engine of a run also where it compiles for a check, which leaves the cells out", () => {
    const read = readFrom({ "x.yaml": smallScenario });
    const checked = prepare({ file: "x.yaml", engine: "fast" }, read, compileForCheck);
    const whole = prepare({ file: "x.yaml", engine: "fast" }, read);
    if (!checked.ok || !whole.ok) throw new Error("the small scenario has mistakes");
    expect(checked.plan.engine).toEqual(whole.plan.engine);
    for (const { engine, lumped } of checked.plan.pools) {
      expect(engine).toEqual(whole.plan.engine);
      expect(lumped).toBeNull();
    }
    for (const { lumped } of whole.plan.pools) expect(lumped).not.toBeNull();
  });
});

describe("mistakes in questions", () => {
  it("stand at their place in the file, in a list, quoted or not", () => {
    const told = messages(asking('\n  - mean(total.aid)\n  - mean(total.adi)\n  - "P(total.cots > 1)"'));
    const line = smallScenario.split("\n").indexOf("ask:") + 3;
    expect(told).toEqual([
      expect.stringMatching(
        new RegExp(`^x\\.yaml:${line}:10 {2}ask\\[1\\]: found "total.adi"; .*"total.aid"`),
      ),
      expect.stringMatching(
        new RegExp(`^x\\.yaml:${line + 1}:8 {2}ask\\[2\\]: found "total.cots"; .*"total.cost"`),
      ),
    ]);
  });

  it("stand at their place in a list on one line", () => {
    const line = smallScenario.split("\n").indexOf("ask:") + 1;
    expect(messages(asking(" [mean(total.aid), mean(oops)]"))[0]).toMatch(
      new RegExp(`^x\\.yaml:${line}:29 `),
    );
  });

  it("stand in the file that asks, if the scenario extends it", () => {
    const base = asking(" [mean(oops)]");
    expect(messages("extends: base.yaml\n", {}, { "base.yaml": base })[0]).toMatch(
      /^base\.yaml:\d+:12 {2}ask/,
    );
  });

  it("stand in the option: --ask by its number, --set by its place", () => {
    const told = messages(smallScenario, { ask: ["mean(total.aid)", "mean(oops)"] });
    expect(told).toEqual([expect.stringMatching(/^--ask:2:6 {2}ask: found "oops"/)]);
    const set = messages(smallScenario, { set: ["ask=[mean(oops)]"] });
    expect(set).toEqual([expect.stringMatching(/^--set:1:11 {2}ask\[0\]: found "oops"/)]);
  });

  it("are told all at once, and after those of the scenario itself", () => {
    expect(messages(asking(" [mean(oops), 'P(total.aid)']"), { ask: ["x"] }).length).toBe(3);
    expect(messages(asking(" [mean(oops)]").replace("fee: 8 %", "fee: eight"))).toEqual([
      expect.stringContaining("sharing.fee"),
    ]);
  });
});
