import { childPath } from "../../scenario/located.ts";
import { expectedShares, meanRisk, weightOfClass } from "../expected.ts";
import type { Warning } from "../explanation.ts";
import { meanOfQuantity } from "../meanOfQuantity.ts";
import { mostMembers } from "../mostMembers.ts";
import { lapseAt } from "../pictures/reactions.ts";
import { plausible } from "../plausible.ts";
import { writtenAt } from "../written.ts";
import { type Judged, warn } from "./finding.ts";

/** Classes, their risks and reactions, and how many members there are to be. */
export function memberWarnings(judged: Judged): Warning[] {
  return [
    ...lapseWarnings(judged),
    ...smallClasses(judged),
    ...riskWarning(judged),
    ...minimumWarning(judged),
    ...targetWarning(judged),
  ];
}

function lapseWarnings({ subject, places }: Judged): Warning[] {
  const { firstShare, laterShare } = expectedShares(subject);
  return subject.plan.classes.flatMap((about, k) => {
    const weight = weightOfClass(subject, k);
    const found = Math.max(...[firstShare, laterShare].map((share) => lapseAt(subject, k, weight * share)));
    if (found <= plausible.lapse) return [];
    const row = subject.pool.group?.findIndex(({ className }) => className === about) ?? -1;
    const key = row >= 0 ? `group[${row}]` : `${childPath("members.classes", about)}.lapse`;
    const where = writtenAt(places, subject, key);
    return [warn(subject, where, { kind: "lapse", about, found, limit: plausible.lapse })];
  });
}

function smallClasses({ subject, places }: Judged): Warning[] {
  const classes = subject.stage.members?.classes ?? [];
  const all = classes.reduce((sum, { portion }) => sum + meanOfQuantity(portion), 0);
  const entered = subject.stage.cover?.illnesses.map(({ movesTo }) => movesTo) ?? [];
  return classes.flatMap(({ name, portion }) => {
    // Nobody joins in it, but who had an illness comes into it.
    if (portion === 0 && entered.includes(name)) return [];
    const found = (meanOfQuantity(portion) / all) * mostMembers(subject);
    if (found >= plausible.classMembers) return [];
    const where = writtenAt(places, subject, `${childPath("members.classes", name)}.portion`);
    return [warn(subject, where, { kind: "smallClass", about: name, found, limit: plausible.classMembers })];
  });
}

function riskWarning({ subject, places }: Judged): Warning[] {
  const found = meanRisk(subject);
  if (subject.plan.closedGroup || Math.abs(found - 1) <= plausible.meanRisk + 1e-12) return [];
  const limit = found > 1 ? 1 + plausible.meanRisk : 1 - plausible.meanRisk;
  return [
    warn(subject, writtenAt(places, subject, "members.classes"), { kind: "relativeRisk", found, limit }),
  ];
}

function minimumWarning({ subject, places }: Judged): Warning[] {
  const minimum = subject.stage.ending.minimumMembers;
  const limit = mostMembers(subject);
  const found = minimum === null ? 0 : meanOfQuantity(minimum.members);
  if (found <= limit) return [];
  const where = writtenAt(places, subject, "ending.minimumMembers.members");
  return [warn(subject, where, { kind: "minimumMembers", found, limit })];
}

function targetWarning({ subject, places }: Judged): Warning[] {
  const { target } = subject.pool.joining;
  const found = Math.max(0, ...target.map(({ members }) => members));
  return found <= plausible.people
    ? []
    : [
        warn(subject, writtenAt(places, subject, "joining.target"), {
          kind: "target",
          found,
          limit: plausible.people,
        }),
      ];
}
