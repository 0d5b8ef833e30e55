import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { inTurn } from "../inTurn.ts";
import { program, workFolder } from "../places.ts";
import { measureAll, measureVariance, wallSeconds } from "../processes.ts";
import type { Measurements, Row } from "../row.ts";
import type { BenchPool } from "../scenarios.ts";
import type { Settings } from "../settings.ts";
import { ratiosOf, spreadOf } from "../spread.ts";
import { atLeast, atMost, type Target } from "../target.ts";

/** A year of an open pool: of its time, a part as large as can be grows with the replications. */
const shortPool: BenchPool = { engine: "fast", classes: 3, periods: 12, joinersPerYear: 1_200_000 };

/** Ten thousand replications, and a hundred times as many (ten times in a quick run): time, and the larger one's memory. */
export function replications({ repetitions, quick }: Settings): Measurements {
  const times = quick ? 10 : 100;
  const few = 10_000;
  const measure = (count: number) => () =>
    measureAll({ kind: "all", subject: { pool: shortPool }, replications: count, threads: 0 });
  const [many, one] = inTurn(Math.min(repetitions, 3), [measure(times * few), measure(few)]);
  const seconds = [many, one].map((side) => side.map((of) => of.computed));
  const megabytes = [many, one].map((side) => side.map((of) => of.megabytes));
  const details = { replications: times * few, columns: many[0].columns };
  const name = (count: number) => `${count.toLocaleString("en-US")}`;
  const time: Row = {
    name: quick ? "replications-quick" : "replications",
    what: `replications ${name(few)} -> ${name(times * few)}, time / ${times}`,
    ours: { name: "fentan", value: spreadOf(seconds[0].map((of) => of / times)), unit: `s x ${times}` },
    peer: { name: "before:", value: spreadOf(seconds[1]), unit: "s" },
    ratio: ratiosOf(
      seconds[0].map((of) => of / times),
      seconds[1],
    ),
    better: "smaller",
    judged: "ratio",
    target: atMost(1.05),
    speeds: null,
    details,
  };
  const memory: Row = {
    name: quick ? "memory-quick" : "memory",
    what: `memory of ${name(times * few)} replications`,
    ours: { name: "fentan", value: spreadOf(megabytes[0]), unit: "MB" },
    peer: { name: "before:", value: spreadOf(megabytes[1]), unit: "MB" },
    ratio: ratiosOf(megabytes[0], megabytes[1]),
    better: "smaller",
    judged: "ours",
    target: atMost(400, 200),
    speeds: null,
    details,
  };
  return { rows: [time, memory], absent: [] };
}

/** 相互宝 on two threads against one. */
export function twoThreads({ repetitions, quick }: Settings): Measurements {
  const measure = (threads: number) => () =>
    measureAll({
      kind: "all",
      subject: { file: "xiang-hu-bao.yaml" },
      // Enough that the threads’ start and the compiling of their code are a small part.
      replications: quick ? 4096 : 16_384,
      threads,
    }).seconds;
  const [two, one] = inTurn(Math.min(repetitions, 5), [measure(2), measure(1)]);
  const row: Row = {
    name: "threads",
    what: "times as fast on two threads as on one",
    ours: { name: "fentan", value: spreadOf(two), unit: "s" },
    peer: { name: "one thread:", value: spreadOf(one), unit: "s" },
    ratio: ratiosOf(one, two),
    better: "larger",
    judged: "ratio",
    target: atLeast(1.85, 1.95),
    speeds: null,
    details: {},
  };
  return { rows: [row], absent: [] };
}

/** `fentan check` from its start to its end; bare Node is the yardstick. */
export const checkCommand = (settings: Settings) =>
  wholeProcess(
    {
      name: "check",
      what: "`fentan check`, 相互宝",
      words: [program, "check", "scenarios/xiang-hu-bao.yaml"],
      target: atMost(0.3, 0.15),
    },
    settings,
  );

/** `fentan run` with a thousand replications and the whole report. */
export function runCommand(settings: Settings): Measurements {
  const out = join(workFolder, "report");
  mkdirSync(workFolder, { recursive: true });
  const words = [
    program,
    "run",
    "scenarios/xiang-hu-bao.yaml",
    "-n",
    "1000",
    "--quick",
    "--quiet",
    "--out",
    out,
  ];
  return wholeProcess(
    { name: "run", what: "`fentan run -n 1000 --quick` with report, 相互宝", words, target: atMost(3, 1) },
    settings,
  );
}

interface WholeProcess {
  readonly name: string;
  readonly what: string;
  readonly words: readonly string[];
  readonly target: Target;
}

function wholeProcess({ name, what, words, target }: WholeProcess, { repetitions }: Settings): Measurements {
  const node = process.execPath;
  const [ours, bare] = inTurn(repetitions, [
    () => wallSeconds(node, words),
    () => wallSeconds(node, ["-e", "0"]),
  ]);
  const row: Row = {
    name,
    what,
    ours: { name: "fentan", value: spreadOf(ours), unit: "s" },
    peer: { name: "bare Node", value: spreadOf(bare), unit: "s" },
    ratio: ratiosOf(ours, bare),
    better: "smaller",
    judged: "ours",
    target,
    speeds: null,
    details: {},
  };
  return { rows: [row], absent: [] };
}

/** How many times as many independent replications the same standard error of a yearly share would take. */
export function varianceReduction({ repetitions, quick }: Settings): Measurements {
  const seedsOf = (repetition: number) =>
    Array.from({ length: quick ? 32 : 64 }, (_, i) => `gain ${repetition} ${i}`);
  const gains = Array.from({ length: Math.min(repetitions, 5) }, (_, repetition) =>
    measureVariance({
      kind: "variance",
      subject: { pool: { ...shortPool, shock: 0.1 } },
      column: "years.2020.share",
      seeds: seedsOf(repetition),
    }),
  );
  const variances = gains.map(({ variance }) => variance);
  const plain = gains.map(({ plainVariance }) => plainVariance);
  const row: Row = {
    name: "variance",
    what: "times fewer replications than plain sampling, for an error of a yearly share",
    ours: { name: "fentan", value: spreadOf(variances), unit: "variance" },
    peer: { name: "plain", value: spreadOf(plain), unit: "variance" },
    ratio: ratiosOf(plain, variances),
    better: "larger",
    judged: "ratio",
    target: atLeast(3, 10),
    speeds: null,
    details: { replications: 256, seeds: seedsOf(0).length * gains.length },
  };
  return { rows: [row], absent: [] };
}
