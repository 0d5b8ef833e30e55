import { tableAges } from "../../plan/cohorts.ts";
import type { Picture, Point, Series } from "../explanation.ts";
import { agesOf, incidenceOf, type Rates } from "../incidence.ts";
import { type Counted, countedBy, type Reference } from "../references.ts";
import type { Subject } from "../subject.ts";
import { bySex, versions } from "./versions.ts";

/** Claims per year by age and sex as they will be used: of all illnesses together, and of each beside other tables of its kind. */
export function incidencePictures(subjects: readonly Subject[], references: readonly Reference[]): Picture[] {
  const illnesses = [...new Set(subjects.flatMap(illnessesOf))];
  const each = illnesses.map((about): Picture => {
    const own = versions(subjects, (subject) =>
      illnessesOf(subject).includes(about) ? ofStage(subject, incidenceOf(subject, about)) : [],
    );
    return {
      kind: "illness",
      about,
      series: [...own, ...beside(subjects, countedIn(subjects, about), references)],
    };
  });
  if (illnesses.length < 2) return each;
  const together = versions(subjects, (subject) => {
    const all = illnessesOf(subject).map((name) => incidenceOf(subject, name));
    return ofStage(
      subject,
      new Float64Array(2 * tableAges).map((_, i) => all.reduce((sum, of) => sum + of[i], 0)),
    );
  });
  return [{ kind: "incidence", about: "", series: together }, ...each];
}

/** Deaths per year by age and sex, beside other life tables; none where deaths are left out. */
export function mortalityPictures(subjects: readonly Subject[], references: readonly Reference[]): Picture[] {
  const own = versions(subjects, (subject) =>
    subject.stage.cover?.mortality ? ofStage(subject, subject.plan.ages.tables[subject.index].mortality) : [],
  );
  if (own.length === 0) return [];
  return [{ kind: "mortality", about: "", series: [...own, ...beside(subjects, "death", references)] }];
}

export function illnessesOf({ stage }: Subject): string[] {
  return stage.cover?.illnesses.map(({ name }) => name) ?? [];
}

/** What an illness of some stage counts. */
function countedIn(subjects: readonly Subject[], illness: string): Counted | null {
  const all = subjects.flatMap(({ stage }) => stage.cover?.illnesses ?? []);
  const found = all.filter(({ name }) => name === illness);
  return found.reduce<Counted | null>(
    (sum, { incidence }) => sum ?? countedBy(illness, incidence.name),
    null,
  );
}

function ofStage(subject: Subject, rates: Rates): Series[] {
  const { from, to } = agesOf(subject);
  return bySex(subject.from, "", (sex) => pointsOf(rates, sex, from, to));
}

function beside(
  subjects: readonly Subject[],
  counted: Counted | null,
  references: readonly Reference[],
): Series[] {
  const all = subjects.map(agesOf);
  const from = Math.min(...all.map((ages) => ages.from));
  const to = Math.max(...all.map((ages) => ages.to));
  return references
    .filter(({ counts }) => counts === counted)
    .flatMap(({ label, rates }) =>
      bySex(null, label, (sex) => pointsOf(rates, sex, from, to).filter(({ y }) => y > 0)),
    );
}

function pointsOf(rates: Rates, sex: "male" | "female", from: number, to: number): Point[] {
  const first = sex === "male" ? 0 : tableAges;
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => ({
    x: from + i,
    y: rates[first + from + i],
  }));
}
