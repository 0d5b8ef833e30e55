import type { Results } from "../results.ts";
import type { AskNode } from "./ask.ts";
import { operations } from "./operations.ts";

/** The value of an expression in each replication; conditions are 1 or 0. */
export function perReplication(node: AskNode, results: Results): Float64Array {
  if (node.kind === "column") return results.columns[node.name].values;
  if (node.kind === "number") return new Float64Array(results.replications).fill(node.value);
  if (node.kind === "aggregate") throw new Error("an aggregate has no value in a replication");
  const { value } = operations[node.name];
  const [a, b] = node.of.map((operand) => perReplication(operand, results));
  return b === undefined ? a.map((x) => value(x, 0)) : a.map((x, i) => value(x, b[i]));
}
