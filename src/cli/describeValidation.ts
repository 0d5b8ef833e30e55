import type { Colors } from "picocolors/types.js";
import { formatErrorOf, formatPortion } from "../report/format.ts";
import { validationTable } from "../report/tables/publishedTable.ts";
import { textTable } from "../report/terminal/textTable.ts";
import type { Ready } from "../run/prepare.ts";
import { version } from "../run/version.ts";
import { type Comparison, mostErrors, type NumberComparison } from "../statistics/published/published.ts";

/** A scenario with its published numbers beside ours. */
export interface Validated {
  readonly file: string;
  readonly ready: Ready;
  readonly comparisons: readonly Comparison[];
}

/** What does not agree, with the file it stands in. */
export function differing(validated: readonly Validated[]): { file: string; comparison: Comparison }[] {
  return validated.flatMap(({ file, comparisons }) =>
    comparisons.filter(({ verdict }) => verdict !== "agrees").map((comparison) => ({ file, comparison })),
  );
}

/** One table of all, how many agree, which do not, and which is known least. */
export function describeValidation(validated: readonly Validated[], colors: Pick<Colors, "dim">): string {
  const all = validated.flatMap(({ comparisons }) => comparisons);
  if (all.length === 0) return "";
  const lines = [
    textTable(validationTable(all), colors.dim),
    "",
    ...countsInWords(all),
    ...leastSure(all),
    ...differing(validated).map(
      ({ file, comparison: { quantity, verdict } }) => `${verdict}: ${quantity} (${file})`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function countsInWords(all: readonly Comparison[]): string[] {
  const count = (kind: Comparison["kind"]) => {
    const ofKind = all.filter((one) => one.kind === kind);
    return { of: ofKind.length, agree: ofKind.filter(({ verdict }) => verdict === "agrees").length };
  };
  const numbers = count("number");
  const engines = count("sameInBothEngines");
  return [
    ...(numbers.of > 0
      ? [
          `${numbers.agree} of ${numbers.of} within ${mostErrors} standard errors of what was published, and of half a unit of its last digit.`,
        ]
      : []),
    ...(engines.of > 0
      ? [
          `${engines.agree} of ${engines.of} distributions the same in both engines (Kolmogorov and Smirnov’s test at 1 %).`,
        ]
      : []),
  ];
}

/** Agreement says little where the error is large. */
function leastSure(all: readonly Comparison[]): string[] {
  const known = all.flatMap((one) => (one.kind === "number" ? [{ one, part: relativeError(one) }] : []));
  const [least] = known.filter(({ part }) => part > 0).sort((a, b) => b.part - a.part);
  if (least === undefined) return [];
  const { one, part } = least;
  return [
    `Least sure: ${one.quantity}, with a standard error of ${formatErrorOf(one.ours ?? 0, one.se ?? 0)}, ${formatPortion(part)} of it.`,
  ];
}

function relativeError({ ours, se }: NumberComparison): number {
  return ours === null || se === null || ours === 0 ? 0 : se / Math.abs(ours);
}

/** The same for programs: every comparison with the scenario it is of. */
export function validationJson(validated: readonly Validated[]): string {
  const scenarios = validated.map(({ file, ready: { scenario, plan }, comparisons }) => ({
    file,
    title: scenario.title,
    seed: scenario.seed,
    replications: plan.replications,
    engine: plan.engine.kind,
    published: comparisons,
  }));
  const all = validated.flatMap(({ comparisons }) => comparisons);
  const agreeing = all.length - differing(validated).length;
  return `${JSON.stringify({ fentan: version(), compared: all.length, agreeing, scenarios }, null, 2)}\n`;
}
