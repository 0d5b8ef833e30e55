import { describe, expect, it } from "vitest";
import { simulated } from "./simulated.ts";

const example = (name: string) => `scenarios/examples/${name}.yaml`;

describe("examples of the sharing rules", () => {
  it("conditional-mean: shares have the published means and standard deviations, within four standard errors", () => {
    const { column } = simulated(example("conditional-mean"), 20_000);
    const published = {
      first: [0.232, 0.41493],
      second: [0.22, 0.38607],
      third: [0.29, 0.51866],
      fourth: [0.275, 0.48259],
    };
    for (const [name, [mean, sd]] of Object.entries(published)) {
      const figure = column(`total.share[class=${name}]`);
      expect(Math.abs(figure.mean - mean)).toBeLessThan((4 * sd) / Math.sqrt(20_000));
      expect(Math.abs(figure.sd - sd)).toBeLessThan(0.02);
    }
  });

  it("peers: each pays their own mean, and varies less than alone", () => {
    const { column } = simulated(example("peers"), 20_000);
    const alone = { bakery: [300, 300], farm: [500, 600], shop: [200, 200], garage: [400, 400] };
    for (const [name, [mean, sd]] of Object.entries(alone)) {
      const figure = column(`total.share[class=${name}]`);
      expect(Math.abs(figure.mean - mean)).toBeLessThan((4 * sd) / Math.sqrt(20_000));
      expect(figure.sd).toBeLessThan(sd);
    }
  });

  it("expected-cost: a class pays its expected aid and the fee, where equal shares make the healthy pay for the others", () => {
    const price = (set: readonly string[]) => {
      const { column } = simulated(example("expected-cost"), 128, set);
      return column("total.share[class=healthy]").mean / column("total.expectedAid[class=healthy]").mean;
    };
    expect(Math.abs(price([]) / 1.05 - 1)).toBeLessThan(0.01);
    expect(price(["sharing.rule=equal"])).toBeGreaterThan(1.5);
  });
});

describe("examples of who bears what", () => {
  it("deposits: what is paid in and credited is used, returned or lost", () => {
    const { column, values } = simulated(example("deposits"), 128);
    const of = (metric: string) => values(`total.deposits${metric}`);
    of("Paid").forEach((paid, i) => {
      const rest = paid + of("Credited")[i] - of("Used")[i] - of("Returned")[i] - of("Lost")[i];
      expect(Math.abs(rest)).toBeLessThan(1e-9 * paid);
    });
    // The operator has spent 40 % of what it owes at the end.
    expect(column("runOff.depositsLost").mean / column("atEnding.deposits").mean).toBeCloseTo(0.4, 6);
    expect(column("total.defaulted").mean).toBeGreaterThan(50_000);
  });

  it("who-bears-what: the budget is spent in many replications, and aid is cut then", () => {
    const { values } = simulated(example("who-bears-what"), 256);
    const subsidy = values("total.subsidy");
    const cut = values("total.aidCut");
    cut.forEach((amount, i) => {
      if (amount > 0) expect(subsidy[i]).toBeGreaterThanOrEqual(6e6 - 1);
    });
    const spent = cut.filter((amount) => amount > 0).length;
    expect(spent).toBeGreaterThan(50);
    expect(spent).toBeLessThan(230);
    values("years.2024.share").forEach((share) => {
      expect(share).toBeLessThanOrEqual(180 + 1e-9);
    });
  });

  it("second-claims: the recovered are more often ill; a jury brings back 15 % of the refused", () => {
    const { column } = simulated(example("second-claims"), 16);
    expect(column("years.2025.members[class=recovered]").mean).toBeGreaterThan(80);
    expect(column("years.2025.selectionIndex").mean).toBeGreaterThan(1.04);
    const denied = column("total.denied").mean;
    const claims = denied + column("total.cases").mean;
    const expected = 0.12 * 0.85;
    const standardError = Math.sqrt((expected * (1 - expected)) / (16 * claims));
    expect(Math.abs(denied / claims - expected)).toBeLessThan(4 * standardError);
    expect(column("total.waitingIll").mean).toBeGreaterThan(0);
  });
});
