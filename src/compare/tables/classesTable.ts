import { type Field, makeTable, number, range, type Table, text } from "../../report/tables/table.ts";
import type { ComparedMetric, Comparison } from "../comparison.ts";
import { isClear, letterInWords, verdictInWords, whenInWords } from "../words.ts";

/** A class in a year, or over the whole run, in a run beside the base. */
interface Row {
  readonly when: string;
  readonly className: string;
  readonly run: string;
  readonly share: ComparedMetric | undefined;
  readonly aid: ComparedMetric | undefined;
  /** Aid that one could expect less what one is asked for. */
  readonly balance: ComparedMetric;
}

const ofClass = /^(.*)\.balance\[class=(.*)\]$/s;

/**
 * Who gains and who loses: what one of each class is asked for, what aid that one could expect, and how the one less the other moves; empty
 * where the runs do not record it of the same classes.
 */
export function classesTable({ metrics, runs, currency }: Comparison): Table {
  const rows = metrics.flatMap((balance): Row[] => {
    const [, of, className] = ofClass.exec(balance.name) ?? [];
    if (of === undefined || className === undefined) return [];
    const find = (figure: string) =>
      metrics.find(({ name, run }) => run === balance.run && name === `${of}.${figure}[class=${className}]`);
    const when = whenInWords(balance.name);
    return [{ when, className, run: balance.run, share: find("share"), aid: find("expectedAid"), balance }];
  });
  if (rows.length === 0) return makeTable([], []);
  const other = runs.length > 2 ? "the run’s" : "B";
  return makeTable<Row>(rows, [
    text("When", ({ when }) => when),
    text("Class", ({ className }) => className),
    ...(runs.length > 2 ? [text<Row>("Run", ({ run }) => letterInWords(run))] : []),
    ...both("Share", other, currency, ({ share }) => share),
    ...both("Expected aid", other, currency, ({ aid }) => aid),
    number("Better off by", currency, ({ balance }) => balance.difference?.mean ?? null),
    range("95 % interval", currency, ({ balance: { difference } }) =>
      difference === null ? null : [difference.q025, difference.q975],
    ),
    text("It", ({ balance: { difference } }) =>
      verdictInWords(difference !== null && isClear(difference) ? difference.mean : 0),
    ),
  ]);
}

function both(
  head: string,
  other: string,
  unit: string,
  of: (row: Row) => ComparedMetric | undefined,
): Field<Row>[] {
  return [
    number(`${head} A`, unit, (row) => of(row)?.values[0]?.mean ?? null),
    number(`${head} ${other}`, unit, (row) => of(row)?.values[1]?.mean ?? null),
  ];
}
