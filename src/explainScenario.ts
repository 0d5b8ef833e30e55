import type { Explained } from "./report/explain/explained.ts";
import { makeExplained } from "./report/explain/makeExplained.ts";
import { explainHtml, explainMarkdown } from "./report/explain/renderExplain.ts";
import { renderJson } from "./report/renderJson.ts";
import { compileForCheck } from "./run/compileForCheck.ts";
import { locate } from "./run/located.ts";
import { explanationManifestText } from "./run/manifest.ts";
import { prepare } from "./run/prepare.ts";
import { references } from "./run/references.ts";
import { allSets, type ReadText, type ScenarioRequest } from "./run/request.ts";
import { filesOfRun, whyNotWrite } from "./run/runFolder.ts";
import { version } from "./run/version.ts";
import { writeRunFolder } from "./run/writeRunFolder.ts";
import type { Mistake } from "./scenario/mistake.ts";
import { placesIn } from "./scenario/placesIn.ts";

export interface ExplainRequest extends ScenarioRequest {
  /** The folder to write. */
  readonly out: string;
}

/** How an explanation ended. */
export type ExplainEnd =
  | { readonly kind: "explained"; readonly explained: Explained }
  | { readonly kind: "mistakes"; readonly mistakes: readonly Mistake[] }
  | { readonly kind: "refused"; readonly why: string };

/** Tells what a scenario assumes, in a folder of files; simulates nothing. The same scenario and version write the same bytes. */
export async function explainScenario(request: ExplainRequest, read: ReadText): Promise<ExplainEnd> {
  const ready = prepare(request, read, compileForCheck);
  if (!ready.ok) return { kind: "mistakes", mistakes: ready.mistakes };
  const why = whyNotWrite(request.out) ?? whyNotReplace(request.out);
  if (why !== null) return { kind: "refused", why };
  const { scenario, plan } = ready;
  const { root } = locate(request, read);
  const explained = makeExplained({
    scenario,
    plan,
    references: references(read),
    places: root === null ? new Map() : placesIn(root),
    file: request.file,
    overrides: allSets(request),
    version: version(),
  });
  const files = [
    { name: "explain.html", content: await explainHtml(explained) },
    { name: "explain.md", content: explainMarkdown(explained) },
    { name: "explain.json", content: renderJson(explained) },
  ];
  const { file, overrides } = explained.scenario;
  await writeRunFolder(request.out, files, (written) =>
    explanationManifestText({ file, overrides }, ready, written),
  );
  return { kind: "explained", explained };
}

/** What took long to simulate is not replaced by what was not. */
function whyNotReplace(folder: string): string | null {
  const isRun = filesOfRun(folder)?.includes("report.json") === true;
  return isRun ? `${folder} holds a run, which would be replaced; give another folder with --out` : null;
}
