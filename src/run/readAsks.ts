import type { Plan } from "../plan/plan.ts";
import { applySet } from "../scenario/applySet.ts";
import { filesFrom } from "../scenario/files.ts";
import { loadScenario } from "../scenario/loadScenario.ts";
import { entryNode, type Located, type Place } from "../scenario/located.ts";
import { type Mistake, mistake } from "../scenario/mistake.ts";
import type { Ask, AskMistake } from "../statistics/ask/ask.ts";
import { isAsk, parseAsk } from "../statistics/ask/parseAsk.ts";
import { allSets, type ReadText, type ScenarioRequest } from "./request.ts";

/** Questions understood, and what is wrong with the others. */
export interface ReadAsks {
  readonly asks: readonly Ask[];
  readonly mistakes: readonly Mistake[];
}

/** Reads the scenario's questions and those of the command line against the columns that the plan will have. */
export function readAsks(
  request: ScenarioRequest,
  ofScenario: readonly string[],
  plan: Plan,
  read: ReadText,
): ReadAsks {
  const known = plan.columns.map(({ name }) => name);
  const asks: Ask[] = [];
  const mistakes: Mistake[] = [];
  const readAll = (texts: readonly string[], placeOf: (index: number) => AskPlace) =>
    texts.forEach((text, index) => {
      const parsed = parseAsk(text, known);
      if (isAsk(parsed)) asks.push(parsed);
      else mistakes.push(...parsed.map((one) => askMistake(one, placeOf(index))));
    });
  readAll(ofScenario, (index) => placeInScenario(request, read, index));
  readAll(request.ask ?? [], (index) => ({ file: "--ask", line: index + 1, column: 1, path: "ask" }));
  return { asks, mistakes };
}

interface AskPlace extends Place {
  readonly path: string;
}

function askMistake(
  { position, found, allowed, nearest }: AskMistake,
  { column, ...place }: AskPlace,
): Mistake {
  const parts = { ...place, column: column + position - 1, found, allowed };
  return mistake(nearest === undefined ? parts : { ...parts, nearest });
}

/**
 * Where the scenario's question number `index` stands. A scenario does not carry places, so the file is located anew: only
 * once there is a mistake to tell.
 */
function placeInScenario(request: ScenarioRequest, read: ReadText, index: number): AskPlace {
  const files = filesFrom(read);
  const { root } = loadScenario(request.file, files);
  const list = root === null ? undefined : entryNode(applySet(root, allSets(request)).root, "ask");
  const node: Located | undefined = list?.kind === "list" ? list.items[index] : list;
  const place = node?.place ?? { file: request.file, line: 1, column: 1 };
  return { ...place, column: place.column + quoteBefore(place, files.sources), path: `ask[${index}]` };
}

/** 1 where the text in the file begins with a quotation mark, which is no part of the question. */
function quoteBefore({ file, line, column }: Place, sources: Readonly<Record<string, string>>): number {
  const mark = sources[file]?.split("\n")[line - 1]?.[column - 1];
  return mark === '"' || mark === "'" ? 1 : 0;
}
