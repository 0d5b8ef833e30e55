import { joiningFactor, lapsePerYear } from "../../engine/lapsePerYear.ts";
import type { Param } from "../../plan/plan.ts";
import { mapReaction, type Reaction } from "../../scenario/reaction.ts";
import { expectedAidOf, expectedShares, weightOfClass } from "../expected.ts";
import type { Picture, Series } from "../explanation.ts";
import type { Subject } from "../subject.ts";
import { pointsAt, versions } from "./versions.ts";

const steps = 120;

/** Lapse, and what is left of the inflow, by the share of a year; none where no class reacts. */
export function reactionPictures(subjects: readonly Subject[]): Picture[] {
  const most = roundedUp(Math.max(...subjects.map(largestShare)));
  const pictures: Picture[] = [
    { kind: "lapse", about: "", series: versions(subjects, (subject) => lapses(subject, most)) },
    { kind: "joins", about: "", series: versions(subjects, (subject) => attractions(subject, most)) },
  ];
  return pictures.filter(({ series }) => series.length > 0);
}

/** The lapse per year of a class at a share per year, at the means of uncertain numbers. */
export function lapseAt(subject: Subject, k: number, share: number): number {
  const { rules, mean } = subject;
  const { reaction, lapse } = rules.classes[k];
  return lapsePerYear(inNumbers(reaction, mean), 0, mean(lapse), share, expectedAidOf(subject, k));
}

/** The part of a class's inflow that a share per year does not keep away. */
export function attractionAt(subject: Subject, k: number, share: number): number {
  const { rules, mean } = subject;
  return joiningFactor(inNumbers(rules.classes[k].joins, mean), 0, share, expectedAidOf(subject, k));
}

function lapses(subject: Subject, most: number): Series[] {
  const { rules } = subject;
  return rules.classes.every(({ reaction }) => reaction.kind === "none")
    ? []
    : byClass(subject, most, (k, share) => lapseAt(subject, k, share));
}

function attractions(subject: Subject, most: number): Series[] {
  const { rules } = subject;
  return rules.classes.every(({ joins }) => joins.kind === "none")
    ? []
    : byClass(subject, most, (k, share) => attractionAt(subject, k, share));
}

function byClass(subject: Subject, most: number, at: (k: number, share: number) => number): Series[] {
  return subject.plan.classes.map((name, k) => ({
    name,
    sex: null,
    from: subject.from,
    points: pointsAt(0, most, steps, (share) => ({ y: at(k, share) })),
  }));
}

/** A share that is beyond what can be expected, and beyond what reactions refer to. */
function largestShare(subject: Subject): number {
  const { rules, plan } = subject;
  const { firstShare, laterShare } = expectedShares(subject);
  const weights = plan.classes.map((_, k) => weightOfClass(subject, k));
  const told = rules.classes.flatMap((of, k) =>
    [of.reaction, of.joins].map((reaction) => referredTo(reaction, subject, k)),
  );
  return (
    Math.max(
      1.5 * Math.max(...weights) * Math.max(firstShare, laterShare),
      ...told.map((share) => 2 * share),
    ) || 1
  );
}

/** To two digits. */
function roundedUp(share: number): number {
  const unit = 10 ** (Math.floor(Math.log10(share)) - 1);
  return Math.ceil(share / unit - 1e-9) * unit;
}

/** The share per year about which a reaction is most of what it is. */
function referredTo(reaction: Reaction<Param>, subject: Subject, k: number): number {
  const { mean } = subject;
  switch (reaction.kind) {
    case "none":
      return 0;
    case "power":
    case "band": {
      const { reference } = reaction;
      const share = reference === "expectedAid" ? expectedAidOf(subject, k) : mean(reference);
      return reaction.kind === "band" ? share * (1 + Math.max(0, mean(reaction.to))) : share;
    }
    case "logit":
      return Math.max(0, mean(reaction.value) + 2 * mean(reaction.scale));
    case "threshold":
      return mean(reaction.willingness);
  }
}

function inNumbers(reaction: Reaction<Param>, mean: Subject["mean"]): Reaction<Float64Array> {
  return mapReaction(reaction, (param) => Float64Array.of(mean(param)));
}
