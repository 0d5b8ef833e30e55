import type { Rules, StageDraft } from "../drafts.ts";
import { nearest } from "../nearest.ts";
import type { Problem } from "../problem.ts";
import { namesOfClasses, type StageCheck } from "./stageCheck.ts";

/** Classes that a change adds or leaves out: members stay in their class, so the classes of all stages are the same. */
export function checkClasses(before: Rules, { rules, change }: StageDraft): Problem[] {
  if (!before.members || !rules.members || change === null || before.members === rules.members) return [];
  const names = before.members.classes.map(({ name }) => name);
  const now = rules.members.classes.map(({ name }) => name);
  const steps = ["members", "classes"];
  const allowed = `the classes there are from the start, ${names.join(", ")}`;
  const added = now.filter((name) => !names.includes(name));
  if (added.length > 0)
    return added.map((name) => ({ steps: [...steps, name], found: "a new class", allowed }));
  const gone = names.filter((name) => !now.includes(name));
  return gone.map((name) => ({ steps: [...steps, name], found: "no such class any more", allowed }));
}

/** The problem of a name that no class (or row of a group) has; a file that cannot be read may have it. */
export function unknownClass(name: string, names: readonly string[], steps: Problem["steps"]): Problem {
  const near = nearest(name, names);
  return {
    steps,
    found: `the unknown class ${JSON.stringify(name)}`,
    allowed: `one of the classes ${names.join(", ")}`,
    isAbsence: true,
    ...(near === undefined ? {} : { nearest: near }),
  };
}

/** Illnesses after which a member belongs to a class that there is not. */
export const checkIllnessMoves: StageCheck = (rules, context) => {
  const names = namesOfClasses(rules, context);
  if (names === null || !rules.cover) return [];
  return rules.cover.illnesses.flatMap(({ name, movesTo }) =>
    movesTo === null || names.includes(movesTo)
      ? []
      : [unknownClass(movesTo, names, ["cover", "illnesses", name, "movesTo"])],
  );
};
