import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Written last: a folder that has it is complete. */
export const manifestName = "manifest.json";

/**
 * Why a run cannot be written to a folder, for a person; null if it can: there is none yet, it is empty, or it is that of a
 * former run. Asked before the first replication, so that nobody waits for nothing.
 */
export function whyNotWrite(folder: string): string | null {
  if (!existsSync(folder)) return whyNotMake(folder);
  if (!statSync(folder).isDirectory()) return `${folder} is not a folder; give another with --out`;
  if (filesOfRun(folder) !== null || readdirSync(folder).length === 0) return null;
  return `${folder} holds files that are not of a run of fentan, and would be replaced; give another folder with --out`;
}

/** The names of the files that a run wrote to a folder; null if it is no run's. */
export function filesOfRun(folder: string): string[] | null {
  const manifest = readJson(join(folder, manifestName));
  const isRun = manifest?.fentan !== undefined || readJson(join(folder, "report.json"))?.fentan !== undefined;
  return isRun ? [manifestName, ...(manifest?.files ?? []).map(({ name }) => name)] : null;
}

function readJson(path: string): { fentan?: string; files?: { name: string }[] } | null {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

function whyNotMake(folder: string): string | null {
  let above = dirname(resolve(folder));
  while (!existsSync(above) && dirname(above) !== above) above = dirname(above);
  try {
    accessSync(above, constants.W_OK);
    return statSync(above).isDirectory() ? null : `${above} is not a folder; give another with --out`;
  } catch {
    return `${above} is not a folder that can be written to; give another with --out`;
  }
}
