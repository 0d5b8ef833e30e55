import type { Picture, Series } from "../explanation.ts";
import { agesOf } from "../incidence.ts";
import { meanOfAmount } from "../meanOfQuantity.ts";
import type { Subject } from "../subject.ts";
import { bySex, versions } from "./versions.ts";

/** The ages at which members join, in parts of all joiners by single age and sex; none of a closed group. */
export function agePictures(subjects: readonly Subject[]): Picture[] {
  const series = versions(subjects, (subject) => (subject.plan.closedGroup ? [] : joinersByAge(subject)));
  return series.length === 0 ? [] : [{ kind: "ages", about: "", series }];
}

function joinersByAge({ plan, index, from }: Subject): Series[] {
  const { entries, mixes } = plan.ages;
  const mix = mixes[index];
  const ages = entries.filter((_, e) => mix[e] > 0).map(({ age }) => age);
  if (ages.length === 0) return [];
  const [first, last] = [Math.min(...ages), Math.max(...ages)];
  return bySex(from, "", (sex) =>
    Array.from({ length: last - first + 1 }, (_, i) => {
      const e = entries.findIndex(
        (entry) => entry.age === first + i && entry.sex === Number(sex === "female"),
      );
      return { x: first + i, y: e < 0 ? 0 : mix[e] };
    }),
  );
}

/** The mean aid for a claim by age, illness by illness, at the scenario's prices; none where it is the same at all ages. */
export function benefitPictures(subjects: readonly Subject[]): Picture[] {
  const series = versions(subjects, (subject) => {
    const ages = agesOf(subject);
    return (subject.stage.cover?.illnesses ?? []).map(({ name, benefits }) => ({
      name,
      sex: null,
      from: subject.from,
      points: Array.from({ length: Math.max(0, ages.to - ages.from + 1) }, (_, i) => {
        const age = ages.from + i;
        const benefit = benefits.find((of) => of.ages.from <= age && age <= of.ages.to);
        return { x: age, y: benefit === undefined ? 0 : meanOfAmount(benefit.amount) };
      }),
    }));
  });
  const isByAge = series.some(({ points }) => points.some(({ y }) => y !== points[0].y));
  return isByAge ? [{ kind: "benefit", about: "", series }] : [];
}
