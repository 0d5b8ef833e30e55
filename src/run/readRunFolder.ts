import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from "hyparquet";
import { z } from "zod";
import { manifestName } from "./runFolder.ts";
import { version } from "./version.ts";

/** What is read of a finished run: its report as JSON, not looked at yet, and the columns of its replications. */
export interface FinishedRun {
  readonly report: unknown;
  readonly columns: Readonly<Record<string, Float64Array>>;
  readonly replications: number;
  /** SHA-256 of every file the scenario was read from, by path. */
  readonly sources: Readonly<Record<string, string>>;
}

const reportName = "report.json";
const replicationsName = "replications.parquet";

const manifestSchema = z.object({
  fentan: z.string(),
  replications: z.int().min(1),
  sources: z.array(z.object({ path: z.string(), sha256: z.string() })),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
});

/**
 * Reads a finished run's folder; what it reads are files of fixed names that are as the manifest says.
 *
 * @returns the run, or every reason why it cannot be read, for a person
 */
export async function readRunFolder(folder: string): Promise<FinishedRun | readonly string[]> {
  const manifest = readManifest(folder);
  if (typeof manifest === "string") return [manifest];
  const reasons = [whyOtherVersion(folder, manifest.fentan)];
  for (const name of [reportName, replicationsName])
    reasons.push(await whyChanged(folder, name, manifest.files));
  const told = reasons.filter((reason) => reason !== null);
  if (told.length > 0) return told;
  try {
    const columns = await readColumns(join(folder, replicationsName), manifest.replications);
    return {
      report: JSON.parse(readFileSync(join(folder, reportName), "utf8")),
      columns,
      replications: manifest.replications,
      sources: Object.fromEntries(manifest.sources.map(({ path, sha256 }) => [path, sha256])),
    };
  } catch (error) {
    return [`${folder}: cannot be read (${error instanceof Error ? error.message : error})`];
  }
}

type Manifest = z.infer<typeof manifestSchema>;

function readManifest(folder: string): Manifest | string {
  const path = join(folder, manifestName);
  if (!existsSync(path)) return `${folder} is no finished run: it has no ${manifestName}`;
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return `${path} is not what fentan writes`;
  }
}

/** Numbers of another version differ for reasons of their own, and its files may say other things. */
function whyOtherVersion(folder: string, written: string): string | null {
  const minor = (text: string) => text.split(".").slice(0, 2).join(".");
  if (minor(written) === minor(version())) return null;
  return `${folder} was written by fentan ${written}, this is ${version()}: run it again`;
}

async function whyChanged(folder: string, name: string, files: Manifest["files"]): Promise<string | null> {
  const path = join(folder, name);
  const listed = files.find((file) => file.name === name);
  if (listed === undefined) return `${folder}: its manifest does not name ${name}`;
  if (!existsSync(path)) return `${path} is missing`;
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex") === listed.sha256
    ? null
    : `${path} is not as the run wrote it (its SHA-256 differs from the manifest’s)`;
}

/** All columns of numbers. */
async function readColumns(path: string, replications: number): Promise<Record<string, Float64Array>> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  if (Number(metadata.num_rows) !== replications)
    throw new Error(`${metadata.num_rows} replications where the manifest says ${replications}`);
  const names = metadata.schema.filter(({ type }) => type === "DOUBLE").map(({ name }) => name);
  const columns = Object.fromEntries(names.map((name) => [name, new Float64Array(replications)]));
  await parquetRead({
    file,
    metadata,
    columns: names,
    onChunk: ({ columnName, columnData, rowStart }) =>
      columns[columnName].set(columnData as ArrayLike<number>, rowStart),
  });
  return columns;
}
