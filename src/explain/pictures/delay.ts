import { delayDistribution } from "../../engine/delay.ts";
import type { Picture, Point } from "../explanation.ts";
import type { Subject } from "../subject.ts";
import { versions } from "./versions.ts";

/** The probability that a claim is approved so many settlements after the illness; none where nothing is ever late. */
export function delayPictures(subjects: readonly Subject[]): Picture[] {
  if (subjects.every(({ rules }) => rules.delay.kind === "none")) return [];
  const series = versions(subjects, (subject) => [
    { name: "", sex: null, from: subject.from, points: delayPoints(subject) },
  ]);
  return [{ kind: "delay", about: "", series }];
}

/** What is later than all but one in a hundred thousand is not drawn. */
const drawnPart = 1 - 1e-5;

/** Illness comes at the middle of its period: P(j) = F(j + 1/2) - F(j - 1/2). */
function delayPoints({ rules: { delay }, mean, plan }: Subject): Point[] {
  if (delay.kind === "none") return [{ x: 0, y: 1 }];
  if (delay.kind === "periods") return delay.probabilities.map((y, x) => ({ x, y }));
  const points: Point[] = [];
  let before = 0;
  for (let x = 0; before < drawnPart && x < plan.periods.length; x++) {
    const until = delayDistribution(delay.kind, mean(delay.meanPeriods), mean(delay.sdPeriods), x + 0.5);
    points.push({ x, y: until - before });
    before = until;
  }
  return points;
}
