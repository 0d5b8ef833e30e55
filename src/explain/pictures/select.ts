import { selectFactor } from "../../plan/select.ts";
import { quantile } from "../../random/quantileOf.ts";
import { daysPerYear } from "../../scenario/day.ts";
import type { Quantity, Select } from "../../scenario/scenario.ts";
import type { Picture, Point } from "../explanation.ts";
import { type Subject, yearsOf } from "../subject.ts";
import { pointsAt, versions } from "./versions.ts";

/** Incidence by time since joining, relative to the table; none where it does not matter. */
export function selectPictures(subjects: readonly Subject[]): Picture[] {
  const series = versions(subjects, (subject) => {
    const { stage, from } = subject;
    const select = stage.cover?.select ?? { kind: "none" };
    return select.kind === "none" ? [] : [{ name: "", sex: null, from, points: curve(subject, select) }];
  });
  return series.length === 0 ? [] : [{ kind: "select", about: "", series }];
}

function curve(subject: Subject, select: Select): Point[] {
  const { rules, mean } = subject;
  const steps = select.kind === "years" ? select.factors.length : 0;
  const last = Math.max(5, Math.ceil(yearsOf(subject)), steps);
  const band = bandOf(select);
  return pointsAt(0, last, last * 4, (years) => ({
    y: selectFactor(rules.select, years, mean),
    ...band(years),
  }));
}

/** The 90 % range of the factor by years since joining; nothing where it is known. */
function bandOf(select: Select): (years: number) => Pick<Point, "low" | "high"> {
  if (select.kind === "none") return () => ({});
  if (select.kind === "years")
    return (years) => {
      const factor = select.factors[Math.min(Math.floor(years), select.factors.length - 1)];
      return typeof factor === "number" ? {} : rangeOf(equallyLikely(factor));
    };
  if (typeof select.start === "number" && typeof select.timeConstantDays === "number") return () => ({});
  const starts = equallyLikely(select.start);
  const constants = equallyLikely(select.timeConstantDays);
  return (years) => {
    const decays = constants.map((days) => (days > 0 ? Math.exp((-years * daysPerYear) / days) : 0));
    return rangeOf(starts.flatMap((start) => decays.map((decay) => 1 - (1 - start) * decay)));
  };
}

const likely = 50;

/** Values of a number that stand for as many parts of equal probability; the number itself where it is known. */
function equallyLikely(quantity: Quantity): number[] {
  if (typeof quantity === "number") return [quantity];
  return Array.from({ length: likely }, (_, i) => quantile(quantity.distribution, (i + 0.5) / likely));
}

function rangeOf(values: readonly number[]): { low: number; high: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  return { low: at(0.05), high: at(0.95) };
}
