import { applySet } from "../scenario/applySet.ts";
import { filesFrom } from "../scenario/files.ts";
import { loadScenario } from "../scenario/loadScenario.ts";
import type { MapNode } from "../scenario/located.ts";
import { allSets, type ReadText, type ScenarioRequest } from "./request.ts";

/** A scenario's document with the place of each piece, and the text of every file read. */
export interface LocatedScenario {
  readonly root: MapNode | null;
  readonly sources: Readonly<Record<string, string>>;
}

/** Locates a file anew, because a scenario does not carry places: for those commands and mistakes only that tell them. */
export function locate(request: ScenarioRequest, read: ReadText): LocatedScenario {
  const files = filesFrom(read);
  const { root } = loadScenario(request.file, files);
  return { root: root === null ? null : applySet(root, allSets(request)).root, sources: files.sources };
}
