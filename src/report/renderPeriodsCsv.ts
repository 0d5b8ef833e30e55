import { periodMetrics } from "../plan/metrics.ts";
import type { Report } from "./report.ts";

const quantities = ["mean", "se", "q05", "q25", "q50", "q75", "q95"] as const;

/**
 * periods.csv: one row per period; `date`, `running`, `running_se`, then `members_mean`, `members_se`, `members_q05`...
 * for every metric. Empty where no replication has the figure. Numbers to 12 significant digits, a decimal point.
 */
export function renderPeriodsCsv(report: Report): string {
  const head = periodMetrics.flatMap(({ key }) => quantities.map((quantity) => `${key}_${quantity}`));
  const rows = report.periods.map((period) => [
    period.date,
    period.running.value,
    period.running.se,
    ...periodMetrics.flatMap(({ key }) => quantities.map((quantity) => period[key]?.[quantity] ?? null)),
  ]);
  return [["date", "running", "running_se", ...head], ...rows]
    .map((row) => `${row.map(cell).join(",")}\n`)
    .join("");
}

function cell(value: string | number | null): string {
  if (value === null) return "";
  return typeof value === "string" ? value : String(Number(value.toPrecision(12)));
}
