import { availableParallelism } from "node:os";
import { exactFigures } from "./oracle/exactFigures.ts";
import { headlineColumns } from "./plan/headlineColumns.ts";
import { factsOf } from "./plan/planFacts.ts";
import { renderHtml } from "./report/html/renderHtml.ts";
import type { ReportInputs } from "./report/inputs.ts";
import { makeReport } from "./report/makeReport.ts";
import { renderMarkdown } from "./report/markdown/renderMarkdown.ts";
import { renderJson } from "./report/renderJson.ts";
import { renderPeriodsCsv } from "./report/renderPeriodsCsv.ts";
import type { Report } from "./report/report.ts";
import { comparePublished } from "./run/comparePublished.ts";
import type { Control } from "./run/control.ts";
import { digestOf } from "./run/digestOf.ts";
import { estimateWork } from "./run/estimateCost.ts";
import { furtherReplications } from "./run/furtherReplications.ts";
import { growthCauses } from "./run/growthCauses.ts";
import { manifestText } from "./run/manifest.ts";
import { openRunner } from "./run/openRunner.ts";
import { prepare, type Ready } from "./run/prepare.ts";
import { allSets, type ReadText, type ScenarioRequest } from "./run/request.ts";
import { whyNotWrite } from "./run/runFolder.ts";
import type { Runner } from "./run/runner.ts";
import { type SimulationWatch, simulate } from "./run/simulate.ts";
import { summariseOptions } from "./run/summariseOptions.ts";
import { varianceSources } from "./run/varianceSources.ts";
import { version } from "./run/version.ts";
import { whyTooLarge } from "./run/whyTooLarge.ts";
import { writeParquet } from "./run/writeParquet.ts";
import { type RunFile, writeRunFolder } from "./run/writeRunFolder.ts";
import type { Mistake } from "./scenario/mistake.ts";
import { answer } from "./statistics/ask/answer.ts";
import { outcomeOf } from "./statistics/goal.ts";
import { notSplitByCauses } from "./statistics/growthSplit.ts";
import { summarise } from "./statistics/summarise.ts";
import type { Tally } from "./statistics/tally.ts";
import { notSplit } from "./statistics/varianceSplit.ts";
import { whoPaysByAge } from "./statistics/whoPaysByAge.ts";

export interface RunRequest extends ScenarioRequest {
  /** The folder to write. */
  readonly out: string;
  /** All the machine has, unless given. */
  readonly threads?: number;
  /** Leaves out where growth and spread come from, which takes further simulations. */
  readonly quick?: boolean;
}

/** What a run needs from outside, and whom it tells how far it is. */
export interface RunSurroundings extends SimulationWatch {
  readonly read: ReadText;
  readonly control: Control;
  readonly runner?: Runner;
  readonly onReady?: (ready: Ready) => void;
}

/** How a run ended. `report` holds fewer replications than asked for where it was stopped; `stopped`: before the first was done. */
export type RunEnd =
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "stopped" }
  | { readonly kind: "mistakes"; readonly mistakes: readonly Mistake[] }
  | { readonly kind: "refused"; readonly why: string };

/**
 * The whole program: a scenario file becomes a plan, the plan blocks of replications, these a tally, the tally results, the
 * results a report, and the report a folder of files. The same scenario, seed and version write the same bytes.
 *
 * @throws BrokenInvariant and whatever else is a bug; a user's mistakes are an end like others
 */
export async function run(request: RunRequest, around: RunSurroundings): Promise<RunEnd> {
  const ready = prepare(request, around.read);
  if (!ready.ok) return { kind: "mistakes", mistakes: ready.mistakes };
  const { plan } = ready;
  const threads = request.threads ?? availableParallelism();
  const why = whyNotWrite(request.out) ?? whyTooLarge(plan, threads);
  if (why !== null) return { kind: "refused", why };
  around.onReady?.(ready);

  const opened = openRunner(threads, request.quick ? 0 : workOfAll(ready));
  try {
    return await simulateAndReport(ready, request, around, around.runner ?? opened.runBlocks);
  } finally {
    await opened.close();
  }
}

/** Seconds that the plan and the further simulations take one thread. */
function workOfAll(ready: Ready): number {
  const { plan } = ready;
  return estimateWork(plan) * (1 + furtherReplications(ready) / plan.replications);
}

async function simulateAndReport(
  ready: Ready,
  request: RunRequest,
  around: RunSurroundings,
  runBlocks: Runner,
): Promise<RunEnd> {
  const { plan } = ready;
  const simulated = await simulateReport(ready, request, around, runBlocks);
  if (simulated === null) return { kind: "stopped" };
  const { report, inputs, tally } = simulated;
  const { replications, replicationsAsked } = report;
  const files = await runFiles(report, (path) => writeParquet(path, tally, plan));
  await writeRunFolder(request.out, files, (written) =>
    manifestText({ ...inputs, replications, replicationsAsked }, ready, written),
  );
  return { kind: "report", report };
}

/** A plan's replications, and what is reported of them. */
export interface Simulated {
  readonly tally: Tally;
  readonly inputs: ReportInputs;
  readonly report: Report;
}

/** Simulates a plan and reports on it, in memory; null where it is stopped before the first replication was done. */
export async function simulateReport(
  ready: Ready,
  request: Pick<RunRequest, "quick"> & ScenarioRequest,
  around: Pick<RunSurroundings, "control" | keyof SimulationWatch>,
  runBlocks: Runner,
): Promise<Simulated | null> {
  const { scenario, plan, asks, goals } = ready;
  const computing = { control: around.control, runBlocks };
  const tally = await simulate(plan, goals, computing, around);
  if (tally.count === 0) return null;

  const results = summarise(tally, summariseOptions(plan, tally));
  const headlines = headlineColumns(scenario, plan);
  const inputs: ReportInputs = {
    ...factsOf(scenario, plan),
    scenario,
    results,
    file: request.file,
    overrides: allSets(request),
    version: version(),
    digest: digestOf(tally, plan.columns),
    answers: asks.map((ask) => answer(ask, results)),
    published: await comparePublished(ready, results, computing),
    asked: request.ask ?? [],
    goals: goals.map((goal) => outcomeOf(goal, results)),
    headlines,
    variance: request.quick ? notSplit : await varianceSources(headlines, plan, results, computing),
    growth: request.quick ? notSplitByCauses : await growthCauses(scenario, plan, results, computing),
    ages: whoPaysByAge(scenario, plan, results),
    exact: exactFigures(plan),
  };
  return { tally, inputs, report: makeReport(inputs) };
}

async function runFiles(report: Report, parquet: (path: string) => void): Promise<RunFile[]> {
  return [
    { name: "report.html", content: await renderHtml(report) },
    { name: "report.md", content: renderMarkdown(report) },
    { name: "report.json", content: renderJson(report) },
    { name: "periods.csv", content: renderPeriodsCsv(report) },
    { name: "replications.parquet", content: parquet },
  ];
}
