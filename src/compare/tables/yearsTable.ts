import { type Field, makeTable, number, range, type Table, text } from "../../report/tables/table.ts";
import { yearLabel } from "../../report/tables/yearsTable.ts";
import type { ComparedMetric, Comparison, RunFacts } from "../comparison.ts";
import { letterInWords } from "../words.ts";

/** A calendar year: its figures by name, for each further run. */
interface Year {
  readonly label: string;
  readonly metricsOf: (figure: string) => readonly ComparedMetric[];
}

/**
 * Calendar years of all runs side by side: means of shares with their differences, then members, cases and aid.
 *
 * @param pool one of several; null: the whole plan
 */
export function yearsTable(comparison: Comparison, pool: string | null = null): Table {
  const values = valuesOf(comparison);
  return makeTable<Year>(yearsOf(comparison, pool), [
    ...shareFields(comparison),
    ...values("Members at its end", "", "members"),
    ...values("Cases", "", "cases"),
    ...values("Aid", comparison.currency, "aid"),
  ]);
}

const mostYears = 12;

/** The last of them for narrow places: shares, for two runs with their difference, for up to three members too. */
export function shortYearsTable(comparison: Comparison): Table {
  const { runs } = comparison;
  const values = valuesOf(comparison);
  return makeTable<Year>(yearsOf(comparison, null).slice(-mostYears), [
    ...(runs.length > 2
      ? [label, ...values("Share", comparison.currency, "share")]
      : shareFields(comparison)),
    ...(runs.length > 3 ? [] : values("Members", "", "members")),
  ]);
}

const label = text<Year>("Year", ({ label }) => label);

/** The pools that runs have in common with the base, in its order. */
export function comparedPools({ metrics }: Comparison): string[] {
  return [
    ...new Set(metrics.flatMap(({ name }) => /^years\.\d+\.share\[pool=(.*)\]$/s.exec(name)?.[1] ?? [])),
  ];
}

function yearsOf({ metrics, runs }: Comparison, pool: string | null): Year[] {
  const years = [...new Set(metrics.flatMap(({ name }) => /^years\.(\d+)\.share$/.exec(name)?.[1] ?? []))];
  const ofPool = pool === null ? "" : `[pool=${pool}]`;
  return years.map((year) => ({
    label: yearLabel({ year: Number(year), complete: runs.every((run) => isWhole(year, run)) }),
    metricsOf: (figure) => metrics.filter(({ name }) => name === `years.${year}.${figure}${ofPool}`),
  }));
}

const isWhole = (year: string, { calendar: { from, to } }: RunFacts) =>
  from <= `${year}-01-01` && to >= `${year}-12-31`;

/** A column for each run. */
const valuesOf =
  ({ runs }: Comparison) =>
  (head: string, unit: string, figure: string): Field<Year>[] =>
    runs.map(({ letter }, i) =>
      number(`${head} ${letterInWords(letter)}`, unit, ({ metricsOf }) => {
        const metrics = metricsOf(figure);
        const [base, other] =
          (i === 0 ? metrics[0] : metrics.find(({ run }) => run === letter))?.values ?? [];
        return (i === 0 ? base : other)?.mean ?? null;
      }),
    );

function shareFields(comparison: Comparison): Field<Year>[] {
  const { runs, currency } = comparison;
  const [base, ...others] = runs.map(({ letter }) => letterInWords(letter));
  return [
    label,
    ...valuesOf(comparison)("Share", currency, "share"),
    ...others.flatMap((other, i): Field<Year>[] => {
      const difference = ({ metricsOf }: Year) =>
        metricsOf("share").find(({ run }) => run === runs[i + 1].letter)?.difference ?? null;
      return [
        number(`${other} − ${base}`, currency, (year) => difference(year)?.mean ?? null),
        range(`95 % interval${others.length > 1 ? ` of ${other}` : ""}`, currency, (year) => {
          const found = difference(year);
          return found === null ? null : [found.q025, found.q975];
        }),
      ];
    }),
  ];
}
