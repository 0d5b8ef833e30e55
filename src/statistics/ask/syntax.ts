import jsep from "jsep";
import type { AskMistake } from "./ask.ts";

// jsep keeps its operators for the whole program, and this is the only file that uses it.
jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.removeAllLiterals();
for (const sign of ["-", "!"]) jsep.addUnaryOp(sign);
const binaryOperators = [["|"], ["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/"]];
for (const [level, signs] of binaryOperators.entries())
  for (const sign of signs) jsep.addBinaryOp(sign, level + 1);
jsep.addBinaryOp("^", binaryOperators.length + 1, true);

/** A question's syntax: what is left of jsep's tree when only what we know is let through. */
export type Tree =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly letter: string }
  | { readonly kind: "sign"; readonly sign: string; readonly of: readonly Tree[] }
  | { readonly kind: "call"; readonly of: Tree; readonly given: readonly Tree[] }
  | { readonly kind: "unknown" };

/** Deeper trees could exhaust the stack of those who walk them; a sum of 500 terms is as deep. */
const deepest = 500;

/**
 * The tree of a question whose names are masked, or why there is none. Never throws.
 *
 * @param text the question as it was written, for the message
 */
export function parseSyntax(masked: string, text: string): Tree | AskMistake {
  try {
    return treeOf(jsep(masked), 0);
  } catch (error) {
    return whyNot(error, text);
  }
}

function treeOf(node: jsep.Expression | null, depth: number): Tree {
  if (depth > deepest) throw new RangeError("too deep");
  const below = (part: jsep.Expression | null) => treeOf(part, depth + 1);
  if (node === null) return { kind: "unknown" };
  if (isLiteral(node) && typeof node.value === "number") return { kind: "number", value: node.value };
  if (isIdentifier(node)) return { kind: "name", letter: node.name };
  if (isUnary(node)) return { kind: "sign", sign: node.operator, of: [below(node.argument)] };
  if (isBinary(node)) return { kind: "sign", sign: node.operator, of: [below(node.left), below(node.right)] };
  if (isCall(node)) return { kind: "call", of: below(node.callee), given: node.arguments.map(below) };
  return { kind: "unknown" };
}

const isLiteral = (node: jsep.Expression): node is jsep.Literal => node.type === "Literal";
const isIdentifier = (node: jsep.Expression): node is jsep.Identifier => node.type === "Identifier";
const isUnary = (node: jsep.Expression): node is jsep.UnaryExpression => node.type === "UnaryExpression";
const isBinary = (node: jsep.Expression): node is jsep.BinaryExpression => node.type === "BinaryExpression";
const isCall = (node: jsep.Expression): node is jsep.CallExpression => node.type === "CallExpression";

function whyNot(error: unknown, text: string): AskMistake {
  if (error instanceof Error && "index" in error && typeof error.index === "number") {
    const rest = text.slice(error.index);
    const word = /[\p{L}\p{N}_.]+|\S/u.exec(rest);
    const position = Math.min(error.index, text.length) + (word?.index ?? rest.length) + 1;
    const found = word === null ? "the end" : `${JSON.stringify(word[0])} in a wrong place`;
    return { position, found, allowed: "a complete expression" };
  }
  return {
    position: 1,
    found: "an expression nested too deeply",
    allowed: `at most ${deepest} operations within one another`,
  };
}
