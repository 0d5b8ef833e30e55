import type { Sample } from "../results.ts";
import { standardError } from "../standardError.ts";
import { type AggregateOf, aggregates, type Statistic } from "./aggregates.ts";
import type { Aggregate, Ask, AskNode } from "./ask.ts";
import { operations } from "./operations.ts";
import { perReplication } from "./perReplication.ts";

/** A question with its answer. */
export interface Answered {
  readonly ask: string;
  readonly value: number | null;
  readonly se: number | null;
  /** There is no answer because no replication meets a condition. */
  readonly unmet?: boolean;
}

/**
 * Answers a question with its Monte Carlo standard error: every aggregate brings the influence of each replication on it
 * (`Statistic`), arithmetic passes influences on by the chain rule (the delta method), and the error is that of the influences'
 * mean, from blocks where replications are clustered. `value` is null where there is no finite answer (a mean over plans
 * that never end, a condition that never holds), `se` where there is none.
 */
export function answer(ask: Ask, sample: Sample): Answered {
  const { value, influence, unseen } = statisticOf(ask.root, sample);
  const se = Math.hypot(standardError(influence, sample), unseen);
  if (Number.isFinite(value)) return { ask: ask.text, value, se: finite(se) };
  return { ask: ask.text, value: null, se: null, ...(isUnmet(ask.root, sample) ? { unmet: true } : {}) };
}

/** Whether no replication meets the condition of one of a question's aggregates. */
function isUnmet(node: AskNode, sample: Sample): boolean {
  if (node.kind === "operation") return node.of.some((operand) => isUnmet(operand, sample));
  if (node.kind !== "aggregate" || node.given === null) return false;
  return !perReplication(node.given, sample).includes(1);
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);

function statisticOf(node: AskNode, sample: Sample): Statistic {
  if (node.kind === "aggregate") return aggregateOf(node, sample);
  if (node.kind === "operation") return operationOf(node, sample);
  const value = node.kind === "number" ? node.value : Number.NaN;
  return { value, influence: new Float64Array(sample.replications), unseen: 0 };
}

function operationOf(node: AskNode & { kind: "operation" }, sample: Sample): Statistic {
  const { value, slopes } = operations[node.name];
  const [a, b] = node.of.map((operand) => statisticOf(operand, sample));
  const [alongA, alongB] = slopes?.(a.value, b?.value ?? 0) ?? [Number.NaN, Number.NaN];
  if (b === undefined) {
    const influence = a.influence.map((x) => along(alongA, x));
    return { value: value(a.value, 0), influence, unseen: Math.abs(along(alongA, a.unseen)) };
  }
  return {
    value: value(a.value, b.value),
    influence: a.influence.map((x, i) => along(alongA, x) + along(alongB, b.influence[i])),
    unseen: Math.hypot(along(alongA, a.unseen), along(alongB, b.unseen)),
  };
}

/** A slope times an influence; what does not vary contributes nothing, however steep. */
const along = (slope: number, influence: number) => (influence === 0 ? 0 : slope * influence);

function aggregateOf({ name, of, and, p, given }: Aggregate, sample: Sample): Statistic {
  const values = perReplication(of, sample);
  const others = and === null ? values : perReplication(and, sample);
  const { of: aggregate }: { of: AggregateOf } = aggregates[name];
  if (given === null) return aggregate(values, p ?? 0, others);
  const holds = perReplication(given, sample);
  const chosen = (all: Float64Array) => all.filter((_, replication) => holds[replication] === 1);
  const count = chosen(holds).length;
  return count === 0
    ? unanswerable(sample)
    : spread(aggregate(chosen(values), p ?? 0, chosen(others)), holds, count);
}

/** Influences among the chosen replications, as influences among all: n / chosen times as much, and none of the others. */
function spread({ value, influence, unseen }: Statistic, holds: Float64Array, chosen: number): Statistic {
  let next = 0;
  const scale = holds.length / chosen;
  return { value, influence: holds.map((one) => (one === 1 ? scale * influence[next++] : 0)), unseen };
}

const unanswerable = ({ replications }: Sample): Statistic => ({
  value: Number.NaN,
  influence: new Float64Array(replications),
  unseen: 0,
});
