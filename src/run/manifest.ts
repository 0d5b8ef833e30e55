import { createHash } from "node:crypto";
import type { Ready } from "./prepare.ts";
import { version } from "./version.ts";
import type { WrittenFile } from "./writeRunFolder.ts";

/** What a manifest says of a run beside what the scenario gives. */
export interface ManifestFacts {
  readonly file: string;
  /** All that was laid over the file, as `PATH=VALUE`. */
  readonly overrides: readonly string[];
  readonly replications: number;
  /** More where the run was interrupted; of a run that stops when it is sure enough, those it took. */
  readonly replicationsAsked: number;
  readonly digest: string;
}

/**
 * manifest.json: all that is needed to run the same again and to see that nothing was changed. It tells no times, so that
 * the same run writes the same bytes.
 */
export function manifestText(run: ManifestFacts, ready: Ready, files: readonly WrittenFile[]): string {
  const { plan, asks, resolved, sources } = ready;
  const manifest = {
    fentan: version(),
    node: process.version,
    scenarioFile: run.file,
    overrides: run.overrides,
    seed: plan.seed,
    engine: plan.engine.kind,
    replications: run.replications,
    replicationsAsked: run.replicationsAsked,
    asks: asks.map(({ text }) => text),
    digest: run.digest,
    sources: Object.entries(sources).map(([path, text]) => ({ path, sha256: sha256(text) })),
    files,
    scenario: resolved,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** In hexadecimal. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
