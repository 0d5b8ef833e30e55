import { type ComparedRun, letterOf } from "./compare/comparedRun.ts";
import type { Comparable } from "./compare/whyNotComparable.ts";
import { factsOf } from "./plan/planFacts.ts";
import { type Report, reportSchema } from "./report/report.ts";
import { isFolder, nameOf } from "./run/paths.ts";
import { prepare, type Ready } from "./run/prepare.ts";
import { readRunFolder } from "./run/readRunFolder.ts";
import type { ReadText, ScenarioRequest } from "./run/request.ts";
import { isoDate } from "./scenario/day.ts";
import type { Mistake } from "./scenario/mistake.ts";

/** What may be compared: a finished run, or a scenario that is ready to be simulated. */
export type Candidate = Finished | Simulable;

interface Finished {
  readonly kind: "finished";
  readonly run: ComparedRun;
}

interface Simulable extends Called {
  readonly kind: "simulable";
  readonly ready: Ready;
  readonly request: ScenarioRequest;
}

type Called = Pick<ComparedRun, "letter" | "name" | "path">;

/** What could be read, and all that is wrong with the rest. */
export interface Gathered {
  readonly candidates: readonly Candidate[];
  readonly mistakes: readonly Mistake[];
  readonly reasons: readonly string[];
}

/**
 * Reads folders of finished runs and scenario files. Simulates nothing.
 *
 * @param laidOver over every scenario file; without a seed all take that of the first that has one, so that they share their luck
 */
export async function gatherCandidates(
  paths: readonly string[],
  laidOver: Omit<ScenarioRequest, "file">,
  read: ReadText,
): Promise<Gathered> {
  const candidates: Candidate[] = [];
  const mistakes: Mistake[] = [];
  const reasons: string[] = [];
  let { seed } = laidOver;
  for (const [i, path] of paths.entries()) {
    const called = { letter: letterOf(i), name: nameOf(path), path };
    if (isFolder(path)) {
      const run = await finishedRun(called);
      if ("report" in run) {
        seed ??= run.report.seed;
        candidates.push({ kind: "finished", run });
      } else reasons.push(...run);
      continue;
    }
    const request = { ...laidOver, file: path, ...(seed === undefined ? {} : { seed }) };
    const ready = prepare(request, read);
    if (ready.ok) {
      seed ??= ready.plan.seed;
      candidates.push({ kind: "simulable", ...called, ready: withoutPublished(ready), request });
    } else mistakes.push(...ready.mistakes);
  }
  return { candidates, mistakes, reasons };
}

async function finishedRun(called: Called): Promise<ComparedRun | readonly string[]> {
  const finished = await readRunFolder(called.path);
  if (!("columns" in finished)) return finished;
  const { columns, sources, replications } = finished;
  const report = reportSchema.safeParse(finished.report);
  if (!report.success || report.data.replications !== replications || report.data.blockSize < 1)
    return [`${called.path}: its report.json is not what this version of fentan writes`];
  return { ...called, report: report.data, columns, sources };
}

/** What others published is beside the point. */
const withoutPublished = (ready: Ready): Ready => ({ ...ready, published: [] });

/** What has to agree, as far as it is known before a simulation. */
export function comparableOf(candidate: Candidate): Comparable {
  if (candidate.kind === "finished") {
    const { letter, name, report } = candidate.run;
    return { letter, name, ...ofReport(report) };
  }
  const { letter, name, ready } = candidate;
  const { periods } = factsOf(ready.scenario, ready.plan);
  return {
    letter,
    name,
    currency: ready.scenario.currency,
    from: isoDate(ready.scenario.calendar.from),
    settled: periods.map(({ date }) => date),
  };
}

function ofReport({ scenario: { currency }, calendar: { from }, periods }: Report) {
  return { currency, from, settled: periods.map(({ date }) => date) };
}

/** The names of the columns that it has, or will have. */
export function columnsOfCandidate(candidate: Candidate): string[] {
  return candidate.kind === "finished"
    ? Object.keys(candidate.run.columns)
    : candidate.ready.plan.columns.map(({ name }) => name);
}

export const letterOfCandidate = (candidate: Candidate): string =>
  candidate.kind === "finished" ? candidate.run.letter : candidate.letter;
