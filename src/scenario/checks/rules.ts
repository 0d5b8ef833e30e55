import { entryNode, type Located } from "../located.ts";
import type { Problem } from "../problem.ts";
import type { SharingRule } from "../scenario.ts";
import { unknownClass } from "./classes.ts";
import { namesOfClasses, type StageCheck } from "./stageCheck.ts";

const at: Problem["steps"] = ["sharing", "rule"];
const groupRules: readonly string[] = ["conditionalMean", "linear", "matrix", "meanProportional"];

/** Rules that only a closed group can have, and those it cannot have. */
export const checkRuleKind: StageCheck = ({ sharing }, { plan: { group }, tree }) => {
  if (sharing === undefined || group === undefined) return [];
  const rule = writtenRule(tree, sharing.rule);
  if (group === null && groupRules.includes(rule)) {
    const allowed = "equal, age, class, tenure or expectedCost; or a closed group, by `group` or `losses`";
    return [{ steps: at, found: `the rule ${rule} in an open pool`, allowed, isAbsence: true }];
  }
  if (group !== null && (rule === "age" || rule === "tenure")) {
    const allowed =
      "equal, class, expectedCost, conditionalMean, linear or matrix: rows have no age and do not join";
    return [{ steps: at, found: `the rule ${rule} beside a group`, allowed }];
  }
  return [];
};

/** The rule by the word with which it was written. */
function writtenRule(tree: Located, { kind }: SharingRule): string {
  const node = entryNode(entryNode(tree, "sharing"), "rule");
  return node?.kind === "scalar" ? node.text : kind;
}

/** Weights and networks that name what there is not, or leave out a row. */
export const checkRuleNames: StageCheck = (rules, context) => {
  const names = namesOfClasses(rules, context);
  const rule = rules.sharing?.rule;
  if (names === null || rule === undefined) return [];
  if (rule.kind === "class") return checkClassWeights(rule.weights, names, context.plan.group !== null);
  if (rule.kind === "linear" && rule.weights !== null)
    return checkWeights(rule.weights, names, [...at, "linear"], true);
  return rule.kind === "matrix" && rule.network !== null ? checkNetwork(rule.network, names) : [];
};

type Weights = Readonly<Record<string, number>>;

function checkClassWeights(weights: Weights, names: readonly string[], isGroup: boolean): Problem[] {
  const steps = [...at, "class"];
  const problems = checkWeights(weights, names, steps, isGroup);
  if (problems.length > 0 || names.some((name) => weights[name] !== 0)) return problems;
  return [{ steps, found: "weights that are all 0", allowed: "at least one weight above 0" }];
}

function checkWeights(
  weights: Weights,
  names: readonly string[],
  steps: Problem["steps"],
  isComplete: boolean,
): Problem[] {
  const strange = Object.keys(weights).filter((name) => !names.includes(name));
  if (strange.length > 0) return strange.map((name) => unknownClass(name, names, [...steps, name]));
  const missing = names.filter((name) => !Object.hasOwn(weights, name));
  if (!isComplete || missing.length === 0) return [];
  const allowed = `a weight for each row of the group, ${names.join(", ")}`;
  return [{ steps, found: `no weight for ${missing.join(", ")}`, allowed }];
}

function checkNetwork(pairs: readonly (readonly [string, string])[], names: readonly string[]): Problem[] {
  return pairs.flatMap((pair, index) =>
    pair.flatMap((name, end) =>
      names.includes(name) ? [] : [unknownClass(name, names, [...at, "matrix", "network", index, end])],
    ),
  );
}
