/*
 * fentan as a library: the way of the data, step by step. `run` does all of it.
 */

export type { Comparison } from "./compare/comparison.ts";
export { comparisonJsonSchema } from "./compare/comparisonJsonSchema.ts";
export {
  type CompareEnd,
  type CompareRequest,
  type CompareSurroundings,
  compare,
} from "./compare.ts";
export type { BlockOutcome, SeriesOutcome } from "./engine/outcome.ts";
export { simulateBlock } from "./engine/simulateBlock.ts";
export { type ExplainEnd, type ExplainRequest, explainScenario } from "./explainScenario.ts";
export { blockCount } from "./plan/blockCount.ts";
export { makePlan, type PlanOptions } from "./plan/makePlan.ts";
export type { Plan, PoolPlan } from "./plan/plan.ts";
export { factsOf } from "./plan/planFacts.ts";
export { planSeries } from "./plan/planSeries.ts";
export type { Distribution } from "./random/distribution.ts";
export { quantile } from "./random/quantileOf.ts";
export { type Explained, explainedSchema } from "./report/explain/explained.ts";
export { renderHtml } from "./report/html/renderHtml.ts";
export { makeReport } from "./report/makeReport.ts";
export { renderMarkdown } from "./report/markdown/renderMarkdown.ts";
export { renderJson } from "./report/renderJson.ts";
export { renderPeriodsCsv } from "./report/renderPeriodsCsv.ts";
export type { Report } from "./report/report.ts";
export { reportJsonSchema } from "./report/reportJsonSchema.ts";
export { cloned } from "./run/cloned.ts";
export { askToStop, type Control, newControl, replicationsDone } from "./run/control.ts";
export { digestOf } from "./run/digestOf.ts";
export { inline } from "./run/inline.ts";
export { type Prepared, prepare, type Ready } from "./run/prepare.ts";
export type { ReadText, ScenarioRequest } from "./run/request.ts";
export type { Runner } from "./run/runner.ts";
export { openThreads, type Threads } from "./run/threads.ts";
export { type RunEnd, type RunRequest, type RunSurroundings, run } from "./run.ts";
export { scenarioJsonSchema } from "./scenario/jsonSchema.ts";
export type { Mistake } from "./scenario/mistake.ts";
export { type ParseResult, parseScenario } from "./scenario/parseScenario.ts";
export type { PoolScenario, Scenario } from "./scenario/scenario.ts";
export { answer } from "./statistics/ask/answer.ts";
export { parseAsk } from "./statistics/ask/parseAsk.ts";
export type { BlockTally } from "./statistics/blockTally.ts";
export type { Estimate, Figure } from "./statistics/figure.ts";
export type { Results, SeriesResult } from "./statistics/results.ts";
export { summarise } from "./statistics/summarise.ts";
export { mergeTallies, newTally, type Tally } from "./statistics/tally.ts";
export { tallyBlock } from "./statistics/tallyBlock.ts";
