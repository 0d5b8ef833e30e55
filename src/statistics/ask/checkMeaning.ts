import { type AggregateName, aggregates, isAggregate } from "./aggregates.ts";
import type { AskNode } from "./ask.ts";
import {
  type CheckContext,
  called,
  firstName,
  type Meaning,
  type Meant,
  mistaken,
  wrong,
} from "./checkContext.ts";
import {
  type FunctionName,
  functions,
  isFunction,
  isOperation,
  type OperationName,
  operations,
} from "./operations.ts";
import type { Tree } from "./syntax.ts";
import { unknownColumn, unknownFunction } from "./unknownName.ts";

/** Gives a tree its meaning and notes all its mistakes in `context`. */
export function meaningOf(tree: Tree, context: CheckContext): Meant {
  if (tree.kind === "number") return { node: { kind: "number", value: tree.value }, meaning: "constant" };
  if (tree.kind === "name") return columnOf(tree, context);
  if (tree.kind === "call") return callOf(tree, context);
  if (tree.kind === "sign") return signOf(tree, context);
  return wrong(tree, context, {
    found: "something incomplete",
    allowed: "an expression such as mean(total.cost)",
  });
}

function columnOf(tree: Tree & { kind: "name" }, context: CheckContext): Meant {
  const name = context.names.get(tree.letter)?.text ?? "";
  if (context.knownColumns.includes(name)) return { node: { kind: "column", name }, meaning: "numbers" };
  return wrong(tree, context, unknownColumn(name, context.knownColumns));
}

function callOf(tree: Tree & { kind: "call" }, context: CheckContext): Meant {
  const name = firstName(tree.of, context.names)?.text;
  if (tree.of.kind !== "name" || name === undefined) {
    return wrong(tree, context, {
      found: "brackets after an expression",
      allowed: "brackets after a function's name",
    });
  }
  if (isAggregate(name)) return aggregateOf(name, tree, context);
  if (isFunction(name)) return functionOf(name, tree, context);
  return wrong(tree, context, unknownFunction(name));
}

function aggregateOf(name: AggregateName, tree: Tree & { kind: "call" }, context: CheckContext): Meant {
  const { takes, expressions, p: needsP } = aggregates[name];
  if (tree.given.length !== expressions + (needsP ? 1 : 0)) {
    const found = `${name} of ${tree.given.length} arguments`;
    return wrong(tree, context, { found, allowed: argumentsOf(name) });
  }
  const { of, given } = splitGiven(tree.given.slice(0, expressions));
  const meants = of.map((one) => meaningOf(one, context));
  const condition = given === null ? null : meaningOf(given, context);
  const wanted: readonly Meaning[] = takes === "truth" ? ["truth"] : ["numbers", "constant"];
  const right = [
    ...meants.map((meant, i) => expect(meant, wanted, of[i], context, insteadIn(name))),
    condition === null ||
      given === null ||
      expect(condition, ["truth"], given, context, "a condition after |"),
    !needsP || isProbability(name, tree, context),
  ].every(Boolean);
  if (!right) return mistaken;
  const p = needsP && tree.given[1].kind === "number" ? tree.given[1].value : null;
  const [first, second] = meants.map(({ node }) => node);
  const node: AskNode = {
    kind: "aggregate",
    name,
    of: first,
    and: second ?? null,
    p,
    given: condition?.node ?? null,
  };
  return { node, meaning: "figure" };
}

function argumentsOf(name: AggregateName): string {
  const { expressions, p } = aggregates[name];
  if (expressions === 2) return `${name}(one, other) of two expressions`;
  return p ? `${name}(numbers, p) with p between 0 and 1` : `${name}(...) of one expression`;
}

/** `x | condition`, `x, y | condition`: among the replications for which the condition holds. */
function splitGiven(trees: readonly Tree[]): { readonly of: readonly Tree[]; readonly given: Tree | null } {
  const last = trees[trees.length - 1];
  return last.kind === "sign" && last.sign === "|"
    ? { of: [...trees.slice(0, -1), last.of[0]], given: last.of[1] }
    : { of: trees, given: null };
}

const insteadIn = (name: AggregateName) =>
  name === "P"
    ? "a condition, such as P(total.cost > 3500)"
    : `numbers, such as ${name}(total.cost); P(...) of conditions`;

function isProbability(name: AggregateName, call: Tree & { kind: "call" }, context: CheckContext): boolean {
  const isIn = (p: number) => p >= 0 && (name === "tailMean" ? p < 1 : p <= 1);
  const p = call.given[1];
  if (p.kind === "number" && isIn(p.value)) return true;
  const found = p.kind === "number" ? `${p.value} as p of ${name}` : `an expression as p of ${name}`;
  wrong(call, context, { found, allowed: `a number from 0 to 1, such as ${name}(total.cost, 0.95)` });
  return false;
}

function functionOf(name: FunctionName, tree: Tree & { kind: "call" }, context: CheckContext): Meant {
  const [least, most] = functions[name];
  const count = tree.given.length;
  if (count < least || count > most) {
    const allowed =
      most === 1 ? `${name} of one` : `${name} of two or more; quantile(x, p) over replications`;
    return wrong(tree, context, { found: `${name} of ${count} arguments`, allowed });
  }
  const meants = tree.given.map((argument) => meaningOf(argument, context));
  const right = meants.map((meant, i) => expectNumbers(meant, tree.given[i], context)).every(Boolean);
  if (!right) return mistaken;
  return meants
    .slice(1)
    .reduce(
      (a, b) => combine(name, [a, b], tree, context),
      least === 1 ? single(name, meants[0]) : meants[0],
    );
}

function signOf(tree: Tree & { kind: "sign" }, context: CheckContext): Meant {
  if (tree.sign === "|") {
    const allowed = "| (given) directly within an aggregate: mean(total.cost | ending.year < 2021)";
    return wrong(tree, context, { found: '"|" in a wrong place', allowed });
  }
  if (tree.sign === "^" && tree.of[0].kind === "sign" && tree.of[0].of.length === 1) {
    return wrong(tree, context, { found: "- or ! before ^", allowed: "0 - x ^ 2, or (0 - x) ^ 2" });
  }
  const meants = tree.of.map((operand) => meaningOf(operand, context));
  const name = operationNamed(tree);
  const isLogic = operations[name].kind === "logic";
  const right = meants
    .map((meant, i) =>
      isLogic
        ? expect(meant, ["truth"], tree.of[i], context, "conditions, such as (a > 1) && (b < 2)")
        : expectNumbers(meant, tree.of[i], context),
    )
    .every(Boolean);
  if (!right) return mistaken;
  return meants.length === 1 ? single(name, meants[0]) : combine(name, [meants[0], meants[1]], tree, context);
}

function operationNamed({ sign, of }: Tree & { kind: "sign" }): OperationName {
  if (of.length === 1) return sign === "-" ? "negative" : "not";
  return isOperation(sign) ? sign : "+";
}

const single = (name: OperationName, { node, meaning }: Meant): Meant => ({
  node: { kind: "operation", name, of: [node] },
  meaning,
});

/** The meaning of two operands together; figures and numbers of replications do not mix. */
function combine(
  name: OperationName,
  [a, b]: readonly [Meant, Meant],
  tree: Tree,
  context: CheckContext,
): Meant {
  if (a.meaning === "mistaken" || b.meaning === "mistaken") return mistaken;
  const meanings: readonly Meaning[] = [a.meaning, b.meaning];
  const comparing = operations[name].kind === "comparison";
  if (meanings.includes("figure") && (comparing || meanings.includes("numbers"))) {
    const allowed = comparing ? "comparisons within P(...)" : "figures with figures: mean(a) / mean(b)";
    return wrong(tree, context, {
      found: `${called.figure} ${comparing ? "compared" : `with ${called.numbers}`}`,
      allowed,
    });
  }
  const node: AskNode = { kind: "operation", name, of: [a.node, b.node] };
  return {
    node,
    meaning: comparing ? "truth" : (meanings.find((meaning) => meaning !== "constant") ?? "constant"),
  };
}

const expectNumbers = (meant: Meant, tree: Tree, context: CheckContext) =>
  expect(
    meant,
    ["constant", "numbers", "figure"],
    tree,
    context,
    "numbers; join conditions by && or ||, as in a > 1 && a < 2",
  );

function expect(
  meant: Meant,
  meanings: readonly Meaning[],
  tree: Tree,
  context: CheckContext,
  allowed: string,
): boolean {
  if (meanings.includes(meant.meaning)) return true;
  if (meant.meaning !== "mistaken") wrong(tree, context, { found: called[meant.meaning], allowed });
  return false;
}
