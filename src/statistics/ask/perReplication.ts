import type { Sample } from "../results.ts";
import type { AskNode } from "./ask.ts";
import { operations } from "./operations.ts";

/** The value of an expression in each replication; conditions are 1 or 0. */
export function perReplication(node: AskNode, sample: Sample): Float64Array {
  if (node.kind === "column") return sample.columns[node.name].values;
  if (node.kind === "number") return new Float64Array(sample.replications).fill(node.value);
  if (node.kind === "aggregate") throw new Error("an aggregate has no value in a replication");
  const { value } = operations[node.name];
  const [a, b] = node.of.map((operand) => perReplication(operand, sample));
  return b === undefined ? a.map((x) => value(x, 0)) : a.map((x, i) => value(x, b[i]));
}
