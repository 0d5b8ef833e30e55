import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";

/** Written last: a run's folder that has it is complete. */
export const manifestName = "manifest.json";

/** A kind of folder that fentan writes as a whole, and replaces by another of its kind only. */
export interface FolderKind {
  /** "a run". */
  readonly what: string;
  /** The file that is written last. */
  readonly last: string;
  /** The names of the files that fentan wrote to such a folder; null if it is none. */
  readonly filesOf: (folder: string) => string[] | null;
}

/**
 * Why a folder cannot be written, for a person; null if it can: there is none yet, it is empty, or it is a former one of its
 * kind, and the folder above it can be written to, where the new one is made before it takes its place. Asked before
 * the first replication, so that nobody waits for nothing.
 */
export function whyNotWrite(folder: string, kind: FolderKind = runFolder): string | null {
  if (folder.trim() === "") return "--out is empty; give a folder";
  if (isAbove(folder, process.cwd()))
    return `${folder} is the folder you are in, or above it, and would be replaced; give another with --out`;
  return (existsSync(folder) ? whyNotReplace(folder, kind) : null) ?? whyNotMake(folder);
}

/** The names of the files that a run wrote to a folder; null if it is no run's. */
export function filesOfRun(folder: string): string[] | null {
  const manifest = readJson(join(folder, manifestName));
  const isRun = manifest?.fentan !== undefined || readJson(join(folder, "report.json"))?.fentan !== undefined;
  return isRun ? [manifestName, ...(manifest?.files ?? []).map(({ name }) => name)] : null;
}

/** What `fentan run` writes. */
export const runFolder: FolderKind = { what: "a run", last: manifestName, filesOf: filesOfRun };

const comparisonName = "comparison.json";

/** What `fentan compare` writes. */
export const comparisonFolder: FolderKind = {
  what: "a comparison",
  last: comparisonName,
  filesOf: (folder) =>
    readJson(join(folder, comparisonName))?.fentan === undefined
      ? null
      : [comparisonName, "comparison.html", "comparison.md"],
};

function readJson(path: string): { fentan?: string; files?: { name: string }[] } | null {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

function whyNotReplace(folder: string, { what, filesOf }: FolderKind): string | null {
  const target = statSync(folder);
  if (!target.isDirectory()) return `${folder} is not a folder; give another with --out`;
  if (filesOf(folder) === null && readdirSync(folder).length > 0)
    return `${folder} holds files that are not of ${what} of fentan, and would be replaced; give another folder with --out`;
  if (target.dev !== statSync(dirname(resolve(folder))).dev)
    return `${folder} is a disk of its own (a mount point), which cannot be replaced; give a folder in it with --out`;
  return canWriteTo(folder) ? null : `${folder} cannot be written to; give another folder with --out`;
}

function isAbove(folder: string, below: string): boolean {
  const way = relative(resolve(folder), below);
  return way === "" || !(way.startsWith("..") || isAbsolute(way));
}

/** Asks the nearest folder above that there is. */
function whyNotMake(folder: string): string | null {
  let above = dirname(resolve(folder));
  while (!existsSync(above) && dirname(above) !== above) above = dirname(above);
  if (!statSync(above).isDirectory()) return `${above} is not a folder; give another with --out`;
  return canWriteTo(above)
    ? null
    : `${above} is not a folder that can be written to; give another with --out`;
}

function canWriteTo(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
