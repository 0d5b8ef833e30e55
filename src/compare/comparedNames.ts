import type { Report } from "../report/report.ts";

const yearly = /^years\.(\d+)\.(?:share|members|cases|aid|expectedAid|balance)(?:\[|$)/;
const whole = /^(?:total|peak|runOff|ending)\./;

/**
 * The columns that are compared, of those both runs have: yearly shares, members, cases and aid, totals, peaks, endings, run-offs, each also of
 * pools and classes. Where the calendars end on different days these are the figures of the years that both cover whole.
 */
export function comparedNames(
  base: { readonly report: Report; readonly columns: Readonly<Record<string, unknown>> },
  other: { readonly report: Report; readonly columns: Readonly<Record<string, unknown>> },
): string[] {
  const isOneCalendar = base.report.calendar.to === other.report.calendar.to;
  const isWhole = ({ years }: Report, year: number) =>
    years.some((candidate) => candidate.year === year && candidate.complete);
  const isCompared = (name: string) => {
    const year = yearly.exec(name)?.[1];
    if (year === undefined) return isOneCalendar && whole.test(name);
    return isOneCalendar || [base, other].every(({ report }) => isWhole(report, Number(year)));
  };
  return Object.keys(base.columns).filter((name) => Object.hasOwn(other.columns, name) && isCompared(name));
}
