import { describe, expect, it } from "vitest";
import { newProgress } from "../../src/cli/progress.ts";
import { countDone, newControl } from "../../src/run/control.ts";
import { inline } from "../../src/run/inline.ts";
import { readySmall } from "../run/smallScenario.ts";
import { tallyWith } from "../run/tallyWith.ts";
import { testTerminal } from "./testTerminal.ts";

describe("progress", () => {
  it("is silent where nobody watches, or nobody wants it", async () => {
    expect((await newProgress(newControl(), testTerminal())).watch).toEqual({});
    expect((await newProgress(newControl(), { ...testTerminal(), isWatched: true }, true)).watch).toEqual({});
  });

  it("watches a run on a terminal, and may be ended at any time", async () => {
    const progress = await newProgress(newControl(), { ...testTerminal(), isWatched: true });
    expect(Object.keys(progress.watch).sort()).toEqual(["onCheck", "onReady", "onTally"]);
    progress.end();
    progress.end();
  });

  it("draws its bar, with a figure and its error, on the terminal's stream", async () => {
    const ready = readySmall();
    const tally = await tallyWith(inline, ready.plan);
    const terminal = testTerminal();
    const errStream = Object.assign(terminal.errStream, { isTTY: true, columns: 120 });
    const progress = await newProgress(newControl(), { ...terminal, errStream, isWatched: true });
    progress.watch.onReady?.(ready);
    progress.watch.onTally?.(tally);
    const told = await new Promise<string>((resolve) => {
      let text = "";
      errStream.on("data", (chunk) => {
        text += chunk;
        if (text.includes("±")) resolve(text);
      });
    });
    progress.end();
    expect(told).toMatch(/░ 0 of 500 {2}share 2021 [\d.]+ ± [\d.]+/);
  });

  it("is full, not fuller, while replications are played again", async () => {
    const terminal = testTerminal();
    const errStream = Object.assign(terminal.errStream, { isTTY: true, columns: 120 });
    const control = newControl();
    countDone(control, 750);
    const progress = await newProgress(control, { ...terminal, errStream, isWatched: true });
    progress.watch.onReady?.(readySmall());
    const told = await new Promise<string>((resolve) => {
      let text = "";
      errStream.on("data", (chunk) => {
        text += chunk;
        if (/[1-9]\d* of/.test(text)) resolve(text);
      });
    });
    progress.end();
    expect(told).toMatch(/█ 500 of 500 {2}\d+\/s {2}0 s left/);
  });

  it("counts on as many replications as the goals will take, by what is known, and no more than are allowed", async () => {
    const ready = readySmall({ precision: ["total.share=1%"], replications: 3000 });
    const terminal = testTerminal();
    const errStream = Object.assign(terminal.errStream, { isTTY: true, columns: 120 });
    const told: string[] = [];
    errStream.on("data", (chunk) => told.push(String(chunk)));
    const progress = await newProgress(newControl(), { ...terminal, errStream, isWatched: true });
    progress.watch.onReady?.(ready);
    const outcome = { ask: "x", value: 1, se: 1, most: 1, isRelative: false, isReached: false };
    progress.watch.onCheck?.([{ ...outcome, needed: 1700 }]);
    const shown = () => told.join("");
    await new Promise((resolve) => errStream.once("data", resolve));
    progress.watch.onCheck?.([
      { ...outcome, needed: 1700 },
      { ...outcome, needed: 90_000 },
    ]);
    while (!/of 3000/.test(shown().split("of 1700").at(-1) ?? "")) {
      await new Promise((resolve) => errStream.once("data", resolve));
    }
    progress.end();
    expect(shown()).toMatch(/0 of 3000[\s\S]*0 of 1700[\s\S]*0 of 3000/);
  });
});
