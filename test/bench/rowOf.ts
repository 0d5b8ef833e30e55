import type { Row } from "./row.ts";
import { atMost } from "./target.ts";

/** For tests: a row of which only what a test is about is said. */
export function rowOf(of: Partial<Row> = {}): Row {
  const value = { median: 2, q25: 1.9, q75: 2.1 };
  return {
    name: "a",
    what: "our time against C’s",
    ours: { name: "fentan", value, unit: "ns" },
    peer: { name: "C", value, unit: "ns" },
    ratio: value,
    better: "smaller",
    judged: "ratio",
    target: atMost(2, 1.25),
    speeds: null,
    details: {},
    ...of,
  };
}
