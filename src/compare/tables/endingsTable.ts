import type { EndingCause } from "../../plan/metrics.ts";
import { formatPortionWithError } from "../../report/format.ts";
import { makeTable, missing, type Table, text } from "../../report/tables/table.ts";
import { causeInWords } from "../../report/wording.ts";
import type { Comparison, RunFacts } from "../comparison.ts";
import { letterInWords } from "../words.ts";

/** Why the replications of each run ended, and by when half of these did; empty where none did. */
export function endingsTable({ runs }: Comparison): Table {
  const causes = [...new Set(runs.flatMap(({ ending }) => ending.causes.map(({ cause }) => cause)))];
  if (causes.length === 0) return makeTable([], []);
  return makeTable<EndingCause>(
    [...causes, ...(runs.some(({ ending }) => ending.probability.value < 1) ? (["none"] as const) : [])],
    [
      text("Ending", (cause) => capitalised(causeInWords(cause))),
      ...runs.map((run) =>
        text<EndingCause>(letterInWords(run.letter), (cause) => portionOf(run, cause), { align: "right" }),
      ),
      ...runs.map((run) =>
        text<EndingCause>(
          `Half of these by, ${letterInWords(run.letter)}`,
          (cause) => causeOf(run, cause)?.dates.q50 ?? missing,
        ),
      ),
    ],
  );
}

function causeOf({ ending }: RunFacts, cause: EndingCause) {
  return ending.causes.find((candidate) => candidate.cause === cause);
}

function portionOf(run: RunFacts, cause: EndingCause): string {
  const { value, se } = run.ending.probability;
  if (cause === "none") return formatPortionWithError({ value: 1 - value, se });
  return formatPortionWithError(causeOf(run, cause)?.probability ?? { value: 0, se: 0 });
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
