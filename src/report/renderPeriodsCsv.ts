import { periodMetrics } from "../plan/metrics.ts";
import type { Report, ReportPeriod } from "./report.ts";

const quantities = ["mean", "se", "q05", "q25", "q50", "q75", "q95"] as const;

/**
 * periods.csv: one row per period of the whole plan, then, if it has several pools, of each pool; `pool` (empty for the whole
 * plan), `date`, `running`, `running_se`, then `members_mean`, `members_se`, `members_q05`... for every metric. Empty where no
 * replication has the figure. Numbers to 12 significant digits, a decimal point.
 */
export function renderPeriodsCsv(report: Report): string {
  const head = periodMetrics.flatMap(({ key }) => quantities.map((quantity) => `${key}_${quantity}`));
  const rows = [
    ...report.periods.map((period) => rowOf("", period)),
    ...report.pools.flatMap(({ name, periods }) => periods.map((period) => rowOf(name, period))),
  ];
  return [["pool", "date", "running", "running_se", ...head], ...rows]
    .map((row) => `${row.map(cell).join(",")}\n`)
    .join("");
}

function rowOf(pool: string, period: ReportPeriod): (string | number | null)[] {
  return [
    pool,
    period.date,
    period.running.value,
    period.running.se,
    ...periodMetrics.flatMap(({ key }) => quantities.map((quantity) => period[key]?.[quantity] ?? null)),
  ];
}

function cell(value: string | number | null): string {
  if (value === null) return "";
  return typeof value === "string" ? quoted(value) : String(Number(value.toPrecision(12)));
}

/** As RFC 4180 has it: quotes around what holds a comma, a quote or a line break. */
function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
