import { createHash } from "node:crypto";
import type { Ready } from "./prepare.ts";
import { version } from "./version.ts";
import type { WrittenFile } from "./writeRunFolder.ts";

/** What was asked for. */
interface Asked {
  readonly file: string;
  /** All that was laid over the file, as `PATH=VALUE`. */
  readonly overrides: readonly string[];
}

/** What a manifest says of a run beside what the scenario gives. */
export interface ManifestFacts extends Asked {
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
  const { plan, asks } = ready;
  return textOf({
    ...madeFrom(run),
    seed: plan.seed,
    engine: plan.engine.kind,
    replications: run.replications,
    replicationsAsked: run.replicationsAsked,
    asks: asks.map(({ text }) => text),
    digest: run.digest,
    ...heldIn(ready, files),
  });
}

/** The manifest of an explanation, for which nothing was simulated. */
export function explanationManifestText(asked: Asked, ready: Ready, files: readonly WrittenFile[]): string {
  return textOf({ ...madeFrom(asked), ...heldIn(ready, files) });
}

function madeFrom({ file, overrides }: Asked) {
  return { fentan: version(), node: process.version, scenarioFile: file, overrides };
}

function heldIn({ resolved, sources }: Ready, files: readonly WrittenFile[]) {
  return {
    sources: Object.entries(sources).map(([path, text]) => ({ path, sha256: sha256(text) })),
    files,
    scenario: resolved,
  };
}

function textOf(manifest: object): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** In hexadecimal. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
