import type { ReportPeriod } from "../report.ts";
import { riskGroups } from "../riskGroups.ts";
import { type Field, makeTable, number, range, type Table, text } from "./table.ts";

/** Mean relative risks, settlement by settlement. */
export function risksTable(periods: readonly ReportPeriod[]): Table {
  return makeTable<ReportPeriod>(periods, [
    text("Settled", ({ date }) => date),
    ...riskGroups.flatMap(({ label, of }): Field<ReportPeriod>[] => [
      number(capitalised(label), "", (period) => of(period)?.mean ?? null, 4),
      number("Standard error", "", (period) => of(period)?.se ?? null, 2),
      range("5 – 95 %", "", (period) => {
        const figure = of(period);
        return figure && [figure.q05, figure.q95];
      }),
    ]),
  ]);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
