import { describe, expect, it } from "vitest";
import { betaTails, gammaTails, logGamma, normalTails } from "./exact.ts";

/** Reference values: mpmath 1.3.0 with 30 digits, and scipy 1.17.1. */
const close = (ours: number, theirs: number) => expect(Math.abs(ours / theirs - 1)).toBeLessThan(1e-11);

describe("the special functions of these tests", () => {
  it("know ln Gamma", () => {
    close(logGamma(0.01), 4.599479878042022);
    close(logGamma(3.5), 1.2009736023470743);
    close(logGamma(1e6), 12815504.569147611);
  });

  it("know both tails of the gamma distribution", () => {
    close(gammaTails(3, 2.5).atMost, 0.45618688411667047);
    close(gammaTails(200, 300).above, 3.3711032555258843e-10);
    close(gammaTails(0.1, 1e-3).atMost, 0.5267685683924451);
    close(gammaTails(0.5, 40).above, 3.7440973842028984e-19);
  });

  it("know both tails of the beta distribution", () => {
    close(betaTails(2, 5, 0.3, 0.7).atMost, 0.579825);
    close(betaTails(30, 0.7, 0.9, 0.1).above, 0.9781503503357668);
    close(betaTails(400, 420, 0.5, 0.5).atMost, 0.7576677523864147);
  });

  it("know both tails of the normal distribution", () => {
    close(normalTails(-6).atMost, 9.865876450376946e-10);
    close(normalTails(1.5).above, 0.06680720126885807);
    close(normalTails(0.3).atMost, 0.6179114221889526);
  });
});
