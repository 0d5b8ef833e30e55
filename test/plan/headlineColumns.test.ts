import { describe, expect, it } from "vitest";
import { headlineColumns } from "../../src/plan/headlineColumns.ts";
import { readySmall } from "../run/smallScenario.ts";

const columnsOf = (...set: string[]) => {
  const { scenario, plan } = readySmall({ set });
  return headlineColumns(scenario, plan);
};
const rest = ["total.cost", "total.cases", "peak.members", "runOff.cost"];

describe("the headline columns", () => {
  it("are the complete years' shares, the members at the end of the last, and sums over all", () => {
    expect(columnsOf("calendar.to=2022-06-30")).toEqual([
      "years.2020.share",
      "years.2021.share",
      "years.2021.members",
      ...rest,
    ]);
  });

  it("are those of all years where none is complete", () => {
    expect(columnsOf("calendar.to=2020-06-30")).toEqual(["years.2020.share", "years.2020.members", ...rest]);
  });

  it("are of six years at most", () => {
    const shares = columnsOf("calendar.to=2029-12-31").filter((name) => name.endsWith(".share"));
    expect([shares.length, shares[0]]).toEqual([6, "years.2024.share"]);
  });
});
