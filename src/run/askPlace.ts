import { entryNode, type Located, type Place, pathText, type Steps } from "../scenario/located.ts";
import { type Mistake, mistake } from "../scenario/mistake.ts";
import type { AskMistake } from "../statistics/ask/ask.ts";
import { locate } from "./located.ts";
import type { ReadText, ScenarioRequest } from "./request.ts";

/** Where a question begins. */
export interface AskPlace extends Place {
  readonly path: string;
}

/** A question's mistake as one of the scenario. */
export function askMistake(
  { position, found, allowed, nearest }: AskMistake,
  { column, ...place }: AskPlace,
): Mistake {
  const parts = { ...place, column: column + position - 1, found, allowed };
  return mistake(nearest === undefined ? parts : { ...parts, nearest });
}

/** Where the question at the end of these steps stands in the scenario, or what is nearest around it. */
export function placeInScenario(request: ScenarioRequest, read: ReadText, steps: Steps): AskPlace {
  const { root, sources } = locate(request, read);
  const node = root === null ? undefined : nodeAt(root, steps);
  const place = node?.place ?? { file: request.file, line: 1, column: 1 };
  return { ...place, column: place.column + quoteBefore(place, sources), path: pathText(steps) };
}

/** The node to which the steps lead, as far as there is one: of a CSV file it is the file's name. */
function nodeAt(node: Located | undefined, [step, ...rest]: Steps): Located | undefined {
  if (step === undefined || node === undefined) return node;
  const inner =
    typeof step === "string" ? entryNode(node, step) : node.kind === "list" ? node.items[step] : node;
  return inner === undefined ? node : nodeAt(inner, rest);
}

/** 1 where the text in the file begins with a quotation mark, which is no part of the question. */
function quoteBefore({ file, line, column }: Place, sources: Readonly<Record<string, string>>): number {
  const mark = sources[file]?.split("\n")[line - 1]?.[column - 1];
  return mark === '"' || mark === "'" ? 1 : 0;
}
