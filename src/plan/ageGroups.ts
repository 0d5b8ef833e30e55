/** First ages of the bands in which ages are reported. */
const firstAges = [0, 18, 30, 40, 50, 60, 70, 80] as const;

/** Age bands of men, then those of women. */
export const ageGroups = (["men", "women"] as const).flatMap((sex) =>
  firstAges.map((first, i) => ({ sex, ages: bandName(first, firstAges[i + 1]) })),
);

function bandName(first: number, next: number | undefined): string {
  return next === undefined ? `${first}+` : `${first}–${next - 1}`;
}

/** Index into `ageGroups`; `sex` 0: men. */
export function ageGroupOf(age: number, sex: number): number {
  return sex * firstAges.length + firstAges.findLastIndex((first) => first <= age);
}
