import { describe, expect, it } from "vitest";
import { newProgress } from "../../src/cli/progress.ts";
import { newControl } from "../../src/run/control.ts";
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
    expect(Object.keys(progress.watch).sort()).toEqual(["onReady", "onTally"]);
    progress.end();
    progress.end();
  });

  it("draws its bar, with the headline figure and its error, on the terminal's stream", async () => {
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
});
