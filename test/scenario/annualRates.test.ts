import { describe, expect, it } from "vitest";
import { messagesOf, onlyPool, parseText } from "./parsing.ts";

const incidence = (rate: string) =>
  parseText(`extends: pool.yaml\ncover: { illnesses: { any: { incidence: ${rate} } } }`);

describe("incidence", () => {
  it("is a rate, not a probability: it may be above 1", () => {
    const [illness] = onlyPool(incidence("1.5")).stages[0].cover?.illnesses ?? [];
    expect(illness.incidence.male[40]).toBe(1.5);
    expect(messagesOf(incidence("10"))).toEqual([]);
  });

  it.each(["10.1", "300", "[{ ages: 0-120, rate: 20 }]", "-0.1"])(
    "is from 0 to 10 a year: not %s",
    (rate) => {
      const told = messagesOf(incidence(rate));
      expect(told).toHaveLength(1);
      expect(told[0]).toContain("a rate per year from 0 to 10");
    },
  );

  it("may be multiplied by a table of larger factors", () => {
    const text = "extends: pool.yaml\ncover: { illnesses: { any: { times: [{ ages: 0-120, rate: 12 }] } } }";
    const [illness] = onlyPool(parseText(text)).stages[0].cover?.illnesses ?? [];
    expect(illness.incidence.female[50]).toBeCloseTo(0.024, 12);
  });
});

describe("mortality", () => {
  it("is a probability, from 0 to 1", () => {
    const mortality = (rate: string) =>
      messagesOf(parseText(`extends: pool.yaml\ncover: { mortality: ${rate} }`));
    expect(mortality("1")).toEqual([]);
    expect(mortality("1.1")[0]).toContain("a probability of death per year from 0 to 1");
  });
});
