/*
 * fentan as a library: the way of the data, step by step. `run` does all of it.
 */
export { simulateBlock, blockCount } from "./engine/simulateBlock.ts";
export type { BlockOutcome } from "./engine/outcome.ts";
export { makePlan, type PlanOptions } from "./plan/makePlan.ts";
export type { Plan } from "./plan/plan.ts";
export type { Distribution } from "./random/distribution.ts";
export { quantile } from "./random/quantileOf.ts";
export { makeReport } from "./report/makeReport.ts";
export type { Report } from "./report/report.ts";
export { reportJsonSchema } from "./report/reportJsonSchema.ts";
export { renderHtml } from "./report/html/renderHtml.ts";
export { renderJson } from "./report/renderJson.ts";
export { renderMarkdown } from "./report/renderMarkdown.ts";
export { renderPeriodsCsv } from "./report/renderPeriodsCsv.ts";
export { cloned } from "./run/cloned.ts";
export { askToStop, type Control, newControl, replicationsDone } from "./run/control.ts";
export { digestOf } from "./run/digestOf.ts";
export { factsOf } from "./run/facts.ts";
export { inline } from "./run/inline.ts";
export { prepare, type ReadText, type Ready, type ScenarioRequest } from "./run/prepare.ts";
export type { Runner } from "./run/runner.ts";
export { threads } from "./run/threads.ts";
export { run, type RunEnd, type RunRequest, type RunSurroundings } from "./run.ts";
export { scenarioJsonSchema } from "./scenario/jsonSchema.ts";
export type { Mistake } from "./scenario/mistake.ts";
export { type ParseResult, parseScenario } from "./scenario/parseScenario.ts";
export type { Scenario } from "./scenario/scenario.ts";
export { answer } from "./statistics/ask/answer.ts";
export { parseAsk } from "./statistics/ask/parseAsk.ts";
export type { Estimate, Figure } from "./statistics/figure.ts";
export type { Results } from "./statistics/results.ts";
export { summarise } from "./statistics/summarise.ts";
export { mergeTallies, newTally, type Tally } from "./statistics/tally.ts";
export type { Tallies } from "./statistics/tallies.ts";
export { tallyBlock } from "./statistics/tallyBlock.ts";
