import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawCurves } from "./drawCurves.ts";
import { nanosecondsPerApportionment, nanosecondsPerCellStep } from "./measured.ts";
import { resultsFolder } from "./places.ts";
import { measureAll, measureOnce } from "./processes.ts";
import { type BenchPool, cells360 } from "./scenarios.ts";
import type { Settings } from "./settings.ts";
import { spreadOf } from "./spread.ts";
import { markdown, short } from "./table.ts";

/** What one size came to. */
export interface Point {
  readonly size: number;
  readonly value: number;
  readonly perCellStep: number | null;
  readonly megabytes: number | null;
}

/** How time grows with one of the sizes that a plan has, all else equal. */
export interface Curve {
  readonly what: string;
  readonly unit: string;
  readonly points: readonly Point[];
}

/** A size to be varied: the pool that has it, and the values it takes. */
interface Sweep {
  readonly what: string;
  readonly sizes: readonly number[];
  readonly pool: (size: number) => BenchPool;
}

const sweeps: readonly Sweep[] = [
  {
    what: "members at the end, about",
    sizes: [1e4, 1e5, 1e6, 1e7, 1e8],
    // Ten years, of whose joiners a part has left.
    pool: (size) => ({ ...cells360, joinersPerYear: size / 8 }),
  },
  {
    what: "cohorts (and periods), 3 classes",
    sizes: [12, 24, 60, 120, 240],
    pool: (size) => ({ ...cells360, periods: size }),
  },
  {
    what: "periods, 12 cohorts, 3 classes",
    sizes: [12, 24, 60, 120, 240],
    pool: (size) => ({ ...cells360, periods: size, joining: 12 }),
  },
  {
    what: "classes, 120 cohorts",
    sizes: [1, 3, 6, 12, 24],
    pool: (size) => ({ ...cells360, classes: size }),
  },
  {
    what: "entry ages and sexes",
    sizes: [8, 80],
    pool: (size) => ({ ...cells360, ages: size === 8 ? "tenYearBands" : "singleYears" }),
  },
];

/** Measures all curves and writes them as JSON, as a Markdown page of tables and as a picture. */
export async function scale({ quick, repetitions }: Settings, machine: string): Promise<void> {
  const times = Math.min(repetitions, 5);
  const curves = [
    ...sweeps.map((sweep) => curveOf(sweep, quick ? 256 : 1024, times)),
    replicationsCurve(quick ? [1e3, 1e4] : [1e3, 1e4, 1e5, 1e6]),
    threadsCurve(quick ? 1024 : 4096, times),
  ];
  mkdirSync(resultsFolder, { recursive: true });
  writeFileSync(join(resultsFolder, "scaling.json"), `${JSON.stringify({ machine, curves }, null, 2)}\n`);
  const page = `# How time grows\n\n${machine}\n\n${curves.map(tableOfCurve).join("\n\n")}\n`;
  writeFileSync(join(resultsFolder, "scaling.md"), page);
  writeFileSync(join(resultsFolder, "scaling.svg"), await drawCurves(curves));
  console.log(page);
}

function curveOf({ what, sizes, pool }: Sweep, replications: number, times: number): Curve {
  console.error(`measuring ${what} ...`);
  const points = sizes.map((size) => {
    const of = pool(size);
    // As many apportionments for every size.
    const count = Math.ceil((replications * cells360.periods) / of.periods);
    const measured = Array.from({ length: times }, () =>
      measureOnce({ kind: "once", subject: { pool: of }, replications: count }),
    );
    return {
      size,
      value: spreadOf(measured.map(nanosecondsPerApportionment)).median,
      perCellStep: spreadOf(measured.map(nanosecondsPerCellStep)).median,
      megabytes: null,
    };
  });
  return { what, unit: "ns/apportionment", points };
}

function replicationsCurve(sizes: readonly number[]): Curve {
  console.error("measuring replications ...");
  const pool: BenchPool = { ...cells360, periods: 12 };
  const points = sizes.map((size) => {
    const whole = measureAll({ kind: "all", subject: { pool }, replications: size, threads: 0 });
    return { size, value: whole.computed, perCellStep: null, megabytes: whole.megabytes };
  });
  return { what: "replications, 36 cells", unit: "s", points };
}

function threadsCurve(replications: number, times: number): Curve {
  console.error("measuring threads ...");
  const subject = { file: "xiang-hu-bao.yaml" };
  const points = [1, 2].map((size) => {
    const whole = Array.from({ length: times }, () =>
      measureAll({ kind: "all", subject, replications, threads: size }),
    );
    return {
      size,
      value: spreadOf(whole.map(({ seconds }) => seconds)).median,
      perCellStep: null,
      megabytes: spreadOf(whole.map(({ megabytes }) => megabytes)).median,
    };
  });
  return { what: "threads, 相互宝", unit: "s", points };
}

function tableOfCurve({ what, unit, points }: Curve): string {
  const optional = (value: number | null) => (value === null ? "" : short(value));
  return markdown([
    [what, unit, "ns/cell-step", "MB"],
    ...points.map(({ size, value, perCellStep, megabytes }) => [
      size.toLocaleString("en-US"),
      short(value),
      optional(perCellStep),
      optional(megabytes),
    ]),
  ]);
}
