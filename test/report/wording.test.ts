import { describe, expect, it } from "vitest";
import { endingCauses } from "../../src/plan/metrics.ts";
import {
  causeInWords,
  endsInWords,
  figureInWords,
  nineInTen,
  ruleInWords,
  unbroken,
} from "../../src/report/wording.ts";

describe("words", () => {
  it("are different for every cause of an ending, as a noun and as a verb", () => {
    expect(new Set(endingCauses.map(causeInWords)).size).toBe(endingCauses.length);
    expect(new Set(endingCauses.map(endsInWords)).size).toBe(endingCauses.length);
  });

  it("say which pool a figure is of; a figure without words keeps its name", () => {
    expect(figureInWords("years.share[pool=elderly]")).toBe("share per year, pool elderly");
    expect(figureInWords("moonPhase[pool=a]")).toBe("moonPhase, pool a");
    expect(figureInWords("toString")).toBe("toString");
  });

  it("say what nine of ten replications have, or nothing where that is one number", () => {
    expect(nineInTen({ q05: 1e9, q95: 1.78e9 }, "yuan")).toBe("5 – 95 %: 1 bn – 1.78 bn yuan");
    expect(nineInTen({ q05: 3, q95: 7 }, "")).toBe("5 – 95 %: 3 – 7");
    expect(nineInTen({ q05: 3, q95: 3 }, "yuan")).toBe("");
  });

  it("keep numbers on one line with their units", () => {
    expect(unbroken("5 – 95 %: 1 M or 5 %")).toBe("5\u00a0–\u2060\u00a095\u00a0%: 1\u00a0M or 5\u00a0%");
  });

  it("name a rule that has no words of its own", () => {
    expect(ruleInWords("equal")).toBe("in equal parts");
    expect(ruleInWords("new")).toBe("by the rule “new”");
  });
});
