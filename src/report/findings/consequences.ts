import type { Figure } from "../../statistics/figure.ts";
import { formatMoney, formatPortion } from "../format.ts";
import type { Aftermath, Report } from "../report.ts";
import { inBrackets, nineInTen } from "../wording.ts";

/** What the ending leads to, the gravest first: clauses without a full stop. Empty where nothing ended, or nothing came of it. */
export function consequences(report: Report): string[] {
  const { aftermath } = report.ending;
  if (aftermath === null) return [];
  const clauses = [
    paidInPart(aftermath),
    depositsLost(report, aftermath),
    refunded(report, aftermath),
    runOffCost(report, aftermath),
  ];
  return clauses.filter((clause) => clause !== null);
}

/** "the last claims get 46 % of their aid". */
function paidInPart({ paidPart }: Aftermath): string | null {
  if (paidPart === null || paidPart.q50 > 0.995) return null;
  const [part, low, high] = [paidPart.q50, paidPart.q05, paidPart.q95].map(formatPortion);
  const range = low === high ? "" : ` in the median (5 – 95 %: ${low} – ${high})`;
  return `the last claims get ${paidPart.q50 === 0 ? "nothing" : part} of their aid${range}`;
}

/** A hundredth at least of the most that was held. */
function depositsLost({ scenario: { currency }, books }: Report, { depositsLost }: Aftermath): string | null {
  const most = books.deposits?.most.q50 ?? 0;
  if (depositsLost === null || depositsLost.q50 === 0 || depositsLost.q50 < 0.01 * most) return null;
  return `deposits of ${amount(depositsLost, currency)} are not given back`;
}

/** Refunds come on top of what the run-off costs. */
function refunded({ scenario: { currency }, books, ending }: Report, { refunds }: Aftermath): string | null {
  if (refunds.q50 === 0) return null;
  const part = ending.probability.value === 1 ? refunds.mean / books.contributions.mean : 0;
  if (part > 0.9995) return `all ${amount(refunds, currency)} of contributions are given back`;
  const of = part > 0 ? `, ${formatPortion(part)} of all,` : "";
  return `contributions of ${amount(refunds, currency)}${of} are given back`;
}

function runOffCost(
  { scenario: { currency } }: Report,
  { cost, subsidy, refunds }: Aftermath,
): string | null {
  if (cost.q50 === 0) return null;
  if (refunds.q95 > 0) return `run-off costs ${amount(cost, currency)}`;
  if (subsidy.q95 === 0)
    return `run-off costs ${amount(cost, currency)}, nothing of it borne by the operator`;
  return `run-off costs the operator ${amount(subsidy, currency)}`;
}

/** "1.37 bn yuan (5 – 95 %: 1 bn – 1.78 bn yuan)". */
function amount(figure: Figure, currency: string): string {
  return `${formatMoney(figure.q50, currency)}${inBrackets(nineInTen(figure, currency))}`;
}
