import { describe, expect, it } from "vitest";
import { newProgress } from "../../src/cli/progress.ts";
import { newControl } from "../../src/run/control.ts";
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
});
