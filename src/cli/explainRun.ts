import { join } from "node:path";
import { growthInWords } from "../report/explain/growthInWords.ts";
import { renderJson } from "../report/renderJson.ts";
import { type Report, reportSchema } from "../report/report.ts";
import { plain } from "../report/terminal/textTable.ts";
import { wrapped } from "../report/terminal/wrapped.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { readText } from "./readText.ts";
import type { Terminal } from "./terminal.ts";

/** Tells where the cost growth of a finished run came from, by its report.json. Writes nothing. */
export function explainRun(folder: string, isJson: boolean, terminal: Terminal): ExitCode {
  const file = join(folder, "report.json");
  const report = readReport(file);
  if (typeof report === "string") {
    terminal.err(`${file}: ${report}; give a scenario file, or the folder of a finished run\n`);
    return exitCodes.mistake;
  }
  const told = growthInWords(report);
  const { title, file: scenarioFile } = report.scenario;
  const { costGrowth, adverseSelection } = report;
  if (isJson)
    terminal.out(
      renderJson({
        fentan: report.fentan,
        scenario: { title, file: scenarioFile },
        costGrowth,
        adverseSelection,
        told,
      }),
    );
  else
    terminal.out(`${terminal.colors.bold(plain(title))}\n${wrapped(told, Math.min(terminal.width, 100))}\n`);
  return exitCodes.done;
}

/** The report, or why there is none. */
function readReport(file: string): Report | string {
  let text: string;
  try {
    text = readText(file);
  } catch {
    return "no file that can be read";
  }
  try {
    const parsed = reportSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : "not a report of this version of fentan";
  } catch {
    return "not JSON";
  }
}
