import type { Estimate } from "../../src/statistics/figure.ts";
import type { Comparison, Phenomenon } from "./phenomenon.ts";

const head = ["| law | figure | theory | measured |", "|---|---|---|---|"];

/** The README's table: a row for each phenomenon, as the program measured it. */
export function table(rows: readonly (readonly [Phenomenon, readonly Comparison[]])[]): string {
  return [...head, ...rows.map(([phenomenon, comparisons]) => row(phenomenon, comparisons))].join("\n");
}

function row({ law, shows }: Phenomenon, comparisons: readonly Comparison[]): string {
  const shown = comparisons.filter((comparison) => comparison.shown);
  const theory = shown.map((of) => besides(of)).join("; ");
  const measured = shown.map((of) => withError(of.measured)).join("; ");
  return `| ${law} | ${shows} | ${theory} | ${measured} |`;
}

/** The theory to as many decimals as what is measured has. */
function besides({ theory, measured }: Comparison): string {
  const decimals = decimalsOf(measured);
  return decimals === null ? digits(theory) : String(Number(theory.toFixed(decimals)));
}

/** Those of two digits of the standard error; null where nothing is random. */
function decimalsOf({ value, se }: Estimate): number | null {
  return se < 1e-12 * Math.abs(value) ? null : Math.max(0, 1 - Math.floor(Math.log10(se)));
}

/** To six digits. @example digits(1 / 3) // "0.333333" */
const digits = (value: number) => String(Number(value.toPrecision(6)));

/**
 * As many digits as its standard error, of which there are two; without it where nothing is random.
 *
 * @example withError({ value: 0.50594, se: 0.0038 }) // "0.5059 ± 0.0038"
 */
export function withError(estimate: Estimate): string {
  const decimals = decimalsOf(estimate);
  const { value, se } = estimate;
  if (decimals === null) return digits(value);
  return `${value.toFixed(decimals)} ± ${se.toFixed(decimals)}`;
}

/** The table that a text has between other paragraphs. @returns from its first line to its last */
export function tableIn(text: string): string {
  const from = text.indexOf(head[0]);
  return from < 0 ? "" : text.slice(from, text.indexOf("\n\n", from));
}
