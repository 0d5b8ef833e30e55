import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { type Baseline, baselineOf, lossesAgainst } from "./compare.ts";
import { comparisons } from "./comparisons.ts";
import { doTask } from "./ours/task.ts";
import { baselineFile, buildFolder, runsFolder } from "./places.ts";
import type { Absent, Row } from "./row.ts";
import { scale } from "./scaling.ts";
import { type Settings, settingsFrom } from "./settings.ts";
import { speedsOf, tableOf } from "./table.ts";

const settings = settingsFrom(process.argv.slice(2));
const machine = `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, Node ${process.versions.node}`;

if (settings.task !== null) process.stdout.write(JSON.stringify(await doTask(JSON.parse(settings.task))));
else {
  // The built program reads its version there.
  copyFileSync("package.json", join(buildFolder, "package.json"));
  mkdirSync(runsFolder, { recursive: true });
  if (settings.scaling) await scale(settings, machine);
  else process.exitCode = bench(settings);
}

/** Measures, prints and keeps what was measured; 1 where something failed or, if that was asked, got worse. */
function bench(settings: Settings): number {
  const { rows, absent, failures } = measure(settings);
  writeFileSync(
    join(runsFolder, `${settings.only ?? "all"}.json`),
    `${JSON.stringify({ machine, quick: settings.quick, rows, absent, failures }, null, 2)}\n`,
  );
  console.log(`\n${machine}\n\n${tableOf(rows)}\n\n${speedsOf(rows)}\n`);
  for (const { what, why } of absent) console.log(`not measured: ${what}. ${why}`);
  for (const failure of failures) console.error(`failed: ${failure}`);
  const losses = settings.compare ? lossesAgainst(readBaseline(), rows) : [];
  for (const loss of losses) console.error(`worse: ${loss}`);
  if (settings.save) save(rows);
  return failures.length + losses.length > 0 ? 1 : 0;
}

function measure(settings: Settings) {
  const rows: Row[] = [];
  const absent: Absent[] = [];
  const failures: string[] = [];
  for (const [name, comparison] of chosen(settings)) {
    console.error(`measuring ${name} ...`);
    try {
      const measured = comparison(settings);
      rows.push(...measured.rows);
      absent.push(...measured.absent);
    } catch (error) {
      // The others are worth their time all the same.
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { rows, absent, failures };
}

function chosen({ only }: Settings) {
  const all = Object.entries(comparisons);
  const some = all.filter(([name]) => only === null || name === only);
  if (some.length === 0) throw new Error(`--only ${only}: there are ${all.map(([name]) => name).join(", ")}`);
  return some;
}

function readBaseline(): Baseline {
  if (!existsSync(baselineFile)) throw new Error(`${baselineFile} is missing: npm run bench -- --save`);
  return JSON.parse(readFileSync(baselineFile, "utf8"));
}

/** Rows that were not measured keep what the baseline had. */
function save(rows: readonly Row[]): void {
  const before = existsSync(baselineFile) ? readBaseline().ratios : {};
  const now = baselineOf(rows, machine);
  const all = { ...now, ratios: { ...before, ...now.ratios } };
  writeFileSync(baselineFile, `${JSON.stringify(all, null, 2)}\n`);
}
