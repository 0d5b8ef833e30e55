import type { Ask, AskMistake } from "./ask.ts";
import { called, wrong } from "./checkContext.ts";
import { meaningOf } from "./checkMeaning.ts";
import { longestQuestion, maskNames } from "./names.ts";
import { parseSyntax } from "./syntax.ts";

/**
 * Reads a question over all replications. Aggregates: `P(condition)`, `mean(x)`, `sd(x)`, `var(x)`, `skewness(x)`, `kurtosis(x)` (3 for normal numbers), `median(x)`, `quantile(x, p)`,
 * `tailMean(x, p)` (mean of the largest 1 - p), `cov(x, y)`, `corr(x, y)`, each also of `x | condition` (`x, y | condition`): among the
 * replications for which it holds.
 * Within them columns of the run, numbers, + - * / ^, < <= > >= == !=, && || ! (also and, or, not), max, min, abs, exp, log, sqrt;
 * the same arithmetic between aggregates: `sd(total.cost) / mean(total.cost)`.
 *
 * @param knownColumns names of the run's columns, such as `years.2020.members[class=careful]` or `total.cost[pool=elderly]`
 * @returns the question, or all its mistakes in order of place; never throws
 * @example parseAsk("P(total.cots > 1)", ["total.cost"]) // [{ position: 3, found: '"total.cots"', nearest: "total.cost", ... }]
 */
export function parseAsk(text: string, knownColumns: readonly string[]): Ask | AskMistake[] {
  if (text.length > longestQuestion) {
    return [
      {
        position: longestQuestion + 1,
        found: `${text.length} characters`,
        allowed: `at most ${longestQuestion}`,
      },
    ];
  }
  if (text.trim() === "")
    return [{ position: 1, found: "nothing", allowed: "a question such as mean(total.cost)" }];
  const { masked, names, mistakes } = maskNames(text, knownColumns);
  if (mistakes.length > 0) return [...mistakes];
  const tree = parseSyntax(masked, text);
  if ("position" in tree) return [tree];
  const context = { names, knownColumns, mistakes: [] };
  const { node, meaning } = meaningOf(tree, context);
  if (meaning === "numbers" || meaning === "truth") {
    const nearest = `${meaning === "truth" ? "P" : "mean"}(${text.trim()})`;
    wrong(tree, context, { found: called[meaning], allowed: "a figure over all replications", nearest });
  }
  return context.mistakes.length === 0 ? { text, root: node } : inOrder(context.mistakes);
}

const inOrder = (mistakes: readonly AskMistake[]) => [...mistakes].sort((a, b) => a.position - b.position);

/** Whether `parseAsk` found a question, not mistakes. */
export const isAsk = (parsed: Ask | AskMistake[]): parsed is Ask => !Array.isArray(parsed);
