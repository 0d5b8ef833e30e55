import type { Mistake } from "../scenario/mistake.ts";
import type { Ask } from "../statistics/ask/ask.ts";
import { isAsk, parseAsk } from "../statistics/ask/parseAsk.ts";
import { type AskPlace, askMistake, placeInScenario } from "./askPlace.ts";
import type { ReadText, ScenarioRequest } from "./request.ts";
import type { Understood } from "./understood.ts";

/** Reads the scenario's questions and those of the command line against the columns that the plan will have. */
export function readAsks(
  request: ScenarioRequest,
  ofScenario: readonly string[],
  columns: readonly string[],
  read: ReadText,
): Understood<Ask> {
  const understood: Ask[] = [];
  const mistakes: Mistake[] = [];
  const readAll = (texts: readonly string[], placeOf: (index: number) => AskPlace) =>
    texts.forEach((text, index) => {
      const parsed = parseAsk(text, columns);
      if (isAsk(parsed)) understood.push(parsed);
      else mistakes.push(...parsed.map((one) => askMistake(one, placeOf(index))));
    });
  readAll(ofScenario, (index) => placeInScenario(request, read, ["ask", index]));
  readAll(request.ask ?? [], (index) => ({ file: "--ask", line: index + 1, column: 1, path: "ask" }));
  return { understood, mistakes };
}
