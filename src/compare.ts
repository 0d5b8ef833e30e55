import { availableParallelism } from "node:os";
import {
  type Candidate,
  columnsOfCandidate,
  comparableOf,
  type Gathered,
  gatherCandidates,
  letterOfCandidate,
} from "./candidates.ts";
import { type ComparedRun, mostRuns } from "./compare/comparedRun.ts";
import type { Comparison } from "./compare/comparison.ts";
import { type FailIf, ofRun, parseCondition } from "./compare/conditions.ts";
import { derivedNames } from "./compare/derivedColumns.ts";
import { makeComparison } from "./compare/makeComparison.ts";
import { renderComparisonHtml } from "./compare/render/renderComparisonHtml.ts";
import { renderComparisonMarkdown } from "./compare/render/renderComparisonMarkdown.ts";
import { whyNotComparable } from "./compare/whyNotComparable.ts";
import { renderJson } from "./report/renderJson.ts";
import { askMistake } from "./run/askPlace.ts";
import { type Control, isOver } from "./run/control.ts";
import { sha256 } from "./run/manifest.ts";
import { openRunner } from "./run/openRunner.ts";
import { isFolder } from "./run/paths.ts";
import type { Ready } from "./run/prepare.ts";
import type { ReadText, ScenarioRequest } from "./run/request.ts";
import { comparisonFolder, whyNotWrite } from "./run/runFolder.ts";
import type { Runner } from "./run/runner.ts";
import type { SimulationWatch } from "./run/simulate.ts";
import type { Understood } from "./run/understood.ts";
import { version } from "./run/version.ts";
import { whyTooLarge } from "./run/whyTooLarge.ts";
import { writeFolder } from "./run/writeRunFolder.ts";
import { simulateReport } from "./run.ts";
import type { Mistake } from "./scenario/mistake.ts";

/** What is to be compared, and what is laid over scenario files: over each the same. */
export interface CompareRequest extends Pick<ScenarioRequest, "set" | "seed" | "replications" | "engine"> {
  /** Folders of finished runs, and scenario files to be simulated; the first is the base. */
  readonly paths: readonly string[];
  readonly failIf: readonly string[];
  /** The folder to write. */
  readonly out: string;
  /** All the machine has, unless given. */
  readonly threads?: number;
}

/** A scenario that is being simulated: who may stop it, and who is told how far it is. */
export interface Turn extends SimulationWatch {
  readonly control: Control;
  end(): void;
}

export interface CompareSurroundings {
  readonly read: ReadText;
  readonly runner?: Runner;
  /** Called before each scenario is simulated. */
  readonly begin: (ready: Ready, path: string) => Promise<Turn>;
}

/** How a comparison ended. `mistakes`: all that is wrong, before anything was simulated. */
export type CompareEnd =
  | { readonly kind: "comparison"; readonly comparison: Comparison }
  | { readonly kind: "stopped" }
  | { readonly kind: "mistakes"; readonly mistakes: readonly Mistake[]; readonly reasons: readonly string[] };

/**
 * Puts runs side by side, the first as the base: reads finished ones, simulates scenarios in memory, one after another, and writes the
 * comparison's folder.
 *
 * @throws BrokenInvariant and whatever else is a bug; a user's mistakes are an end like others
 */
export async function compare(request: CompareRequest, around: CompareSurroundings): Promise<CompareEnd> {
  const threads = request.threads ?? availableParallelism();
  const { set, seed, replications, engine } = request;
  const laidOver = Object.fromEntries(
    Object.entries({ set, seed, replications, engine }).filter(([, value]) => value !== undefined),
  ) as Omit<ScenarioRequest, "file">;
  const gathered = await gatherCandidates(request.paths, laidOver, around.read);
  const { candidates } = gathered;
  const failIf = readConditions(request.failIf, gathered, request.paths.length);
  const mistakes = [...gathered.mistakes, ...failIf.mistakes];
  const reasons = [
    ...whyNotAsked(request),
    ...gathered.reasons,
    ...whyNotComparable(candidates.map(comparableOf)),
    ...tooLarge(candidates, threads),
  ];
  if (mistakes.length > 0 || reasons.length > 0) return { kind: "mistakes", mistakes, reasons };

  const runs = await runAll(candidates, threads, around);
  if (runs === null) return { kind: "stopped" };
  const comparison = makeComparison(runs, failIf.understood, version());
  const files = [
    { name: "comparison.html", content: await renderComparisonHtml(comparison, runs) },
    { name: "comparison.md", content: renderComparisonMarkdown(comparison) },
  ];
  await writeFolder(request.out, comparisonFolder, files, () => renderJson(comparison));
  return { kind: "comparison", comparison };
}

/** What is wrong with the request itself. */
function whyNotAsked({ paths, out, set = [], ...laidOver }: CompareRequest): string[] {
  const reasons = [whyNotWrite(out, comparisonFolder)];
  if (paths.length < 2 || paths.length > mostRuns)
    reasons.push(`${paths.length} runs are given; 2 to ${mostRuns} can be compared`);
  const { replications, seed, engine } = laidOver;
  const isLaidOver = set.length > 0 || [replications, seed, engine].some((one) => one !== undefined);
  if (isLaidOver && paths.every(isFolder))
    reasons.push(
      "-n, --seed, --engine and --set change how scenarios are simulated; all that is given are finished runs",
    );
  return reasons.filter((reason) => reason !== null);
}

/** Against the columns of all runs; not while some could not be read, as nobody knows theirs. */
function readConditions(
  texts: readonly string[],
  { candidates }: Gathered,
  wanted: number,
): Understood<FailIf> {
  if (candidates.length < wanted) return { understood: [], mistakes: [] };
  const known = candidates.flatMap((candidate) =>
    derivedNames(columnsOfCandidate(candidate)).map((name) => ofRun(name, letterOfCandidate(candidate))),
  );
  const understood: FailIf[] = [];
  const mistakes: Mistake[] = [];
  for (const [index, text] of texts.entries()) {
    const place = { file: "--fail-if", line: index + 1, column: 1, path: "condition" };
    const parsed = parseCondition(text, known);
    if ("condition" in parsed) understood.push(parsed);
    else mistakes.push(...parsed.map((one) => askMistake(one, place)));
  }
  return { understood, mistakes };
}

function tooLarge(candidates: readonly Candidate[], threads: number): string[] {
  return candidates.flatMap((candidate) => {
    const why = candidate.kind === "simulable" ? whyTooLarge(candidate.ready.plan, threads) : null;
    return why === null ? [] : [why];
  });
}

/** Simulates what is not finished; null where it is stopped. */
async function runAll(
  candidates: readonly Candidate[],
  threads: number,
  around: CompareSurroundings,
): Promise<ComparedRun[] | null> {
  const opened = openRunner(threads);
  const runs: ComparedRun[] = [];
  try {
    for (const candidate of candidates) {
      const run = await runOf(candidate, around.runner ?? opened.runBlocks, around);
      if (run === null) return null;
      runs.push(run);
    }
    return runs;
  } finally {
    await opened.close();
  }
}

async function runOf(
  candidate: Candidate,
  runBlocks: Runner,
  { begin }: CompareSurroundings,
): Promise<ComparedRun | null> {
  if (candidate.kind === "finished") return candidate.run;
  const { ready, request, letter, name, path } = candidate;
  const turn = await begin(ready, path);
  try {
    const simulated = await simulateReport(ready, { ...request, quick: true }, turn, runBlocks);
    if (simulated === null || isOver(turn.control)) return null;
    const { report, inputs } = simulated;
    const { columns } = inputs.results;
    return {
      ...{ letter, name, path, report },
      columns: Object.fromEntries(Object.entries(columns).map(([name, { values }]) => [name, values])),
      sources: Object.fromEntries(Object.entries(ready.sources).map(([file, text]) => [file, sha256(text)])),
    };
  } finally {
    turn.end();
  }
}
