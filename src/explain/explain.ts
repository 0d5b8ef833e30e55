import type { Plan } from "../plan/plan.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { expectedShares } from "./expected.ts";
import type { ExplainedPool, Explanation, Picture } from "./explanation.ts";
import { mostMembers } from "./mostMembers.ts";
import { delayPictures } from "./pictures/delay.ts";
import { agePictures, benefitPictures } from "./pictures/members.ts";
import { incidencePictures, mortalityPictures } from "./pictures/rates.ts";
import { reactionPictures } from "./pictures/reactions.ts";
import { selectPictures } from "./pictures/select.ts";
import { timePictures } from "./pictures/time.ts";
import type { Reference } from "./references.ts";
import { type Subject, subjectsOf } from "./subject.ts";
import { uncertainRanges } from "./uncertain.ts";
import { warningsOn } from "./warnings/warnings.ts";
import type { Places } from "./written.ts";

/** What a scenario assumes, in numbers. Simulates nothing: a plan without the fast engine's cells will do. */
export function explain(
  scenario: Scenario,
  plan: Plan,
  references: readonly Reference[],
  places: Places,
): Explanation {
  return {
    pools: subjectsOf(scenario, plan).map((subjects) => explainPool(subjects, references)),
    uncertain: uncertainRanges(plan),
    warnings: warningsOn(scenario, plan, references, places),
  };
}

function explainPool(subjects: readonly Subject[], references: readonly Reference[]): ExplainedPool {
  const [first] = subjects;
  return {
    name: first.pool.name,
    copies: first.pool.copies,
    mostMembers: mostMembers(first),
    expected: subjects.map(expectedShares),
    pictures: picturesOf(subjects, references),
  };
}

function picturesOf(subjects: readonly Subject[], references: readonly Reference[]): Picture[] {
  return [
    ...incidencePictures(subjects, references),
    ...selectPictures(subjects),
    ...reactionPictures(subjects),
    ...benefitPictures(subjects),
    ...agePictures(subjects),
    ...timePictures(subjects),
    ...delayPictures(subjects),
    ...mortalityPictures(subjects, references),
  ];
}
