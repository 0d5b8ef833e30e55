import type { ExactFigure } from "../../oracle/exactFigures.ts";
import {
  type LossDistribution,
  probabilityAbove,
  quantileOf,
  stopLoss,
  tailMean,
} from "../../oracle/lossDistribution.ts";

const name = "([\\w.]+)";
const amount = "(-?[\\d.]+(?:e[+-]?\\d+)?)";

/** Questions as they are written most often, and what answers them. */
const questions: readonly {
  readonly asked: RegExp;
  readonly answer: (distribution: LossDistribution, number: number) => number;
}[] = [
  { asked: pattern(`P\\(${name}>${amount}\\)`), answer: probabilityAbove },
  { asked: pattern(`mean\\(max\\(${name}-${amount},0\\)\\)`), answer: stopLoss },
  { asked: pattern(`quantile\\(${name},${amount}\\)`), answer: quantileOf },
  { asked: pattern(`tailMean\\(${name},${amount}\\)`), answer: tailMean },
];

function pattern(text: string): RegExp {
  return new RegExp(`^${text}$`);
}

/**
 * The answer to a scenario's question where it is known without simulation: a probability beyond an amount, a stop-loss premium, a
 * quantile, or the mean of a tail, of a figure whose distribution is known; null: it is not.
 *
 * @example exactAnswer("P(total.cost > 3500)", figures) // 0.18084
 */
export function exactAnswer(ask: string, figures: readonly ExactFigure[]): number | null {
  const text = ask.replaceAll(/\s/g, "");
  for (const { asked, answer } of questions) {
    const [, of, number] = asked.exec(text) ?? [];
    const distribution = figures.find((figure) => figure.name === of)?.distribution ?? null;
    if (distribution !== null && Number.isFinite(Number(number))) return answer(distribution, Number(number));
  }
  return null;
}
