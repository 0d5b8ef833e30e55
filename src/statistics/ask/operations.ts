/** What an operation makes: a number from numbers, or true / false (1 / 0) from numbers or from such. */
type Kind = "number" | "comparison" | "logic";

interface Operation {
  readonly kind: Kind;
  /** One-handed operations get 0 as their second operand. */
  readonly value: (a: number, b: number) => number;
  /** Partial derivatives, for the delta method; null where standard errors make no sense. */
  readonly slopes: ((a: number, b: number) => readonly [number, number]) | null;
}

const number = (value: Operation["value"], slopes: Operation["slopes"]): Operation => ({
  kind: "number",
  value,
  slopes,
});
const comparison = (holds: (a: number, b: number) => boolean): Operation => ({
  kind: "comparison",
  value: (a, b) => (holds(a, b) ? 1 : 0),
  slopes: null,
});
const logic = (value: Operation["value"]): Operation => ({ kind: "logic", value, slopes: null });

/**
 * Sums of money are rounded in their last digits, so numbers nearer than 1e-9 of their size count as equal: `total.cost == 3`
 * also holds for 3.0000000000000004, and `total.cost > 3` then does not.
 */
export function areEqual(a: number, b: number): boolean {
  if (a === b) return true;
  const size = Math.max(Math.abs(a), Math.abs(b));
  return size < Number.POSITIVE_INFINITY && Math.abs(a - b) <= 1e-9 * size;
}

/** All that may be done with numbers of a replication, and (those with slopes) with figures over replications. */
export const operations = {
  "+": number(
    (a, b) => a + b,
    () => [1, 1],
  ),
  "-": number(
    (a, b) => a - b,
    () => [1, -1],
  ),
  "*": number(
    (a, b) => a * b,
    (a, b) => [b, a],
  ),
  "/": number(
    (a, b) => a / b,
    (a, b) => [1 / b, -a / (b * b)],
  ),
  "^": number(
    (a, b) => a ** b,
    (a, b) => [b * a ** (b - 1), a > 0 ? a ** b * Math.log(a) : 0],
  ),
  max: number(Math.max, (a, b) => (a > b ? [1, 0] : [0, 1])),
  min: number(Math.min, (a, b) => (a < b ? [1, 0] : [0, 1])),
  negative: number(
    (a) => -a,
    () => [-1, 0],
  ),
  abs: number(Math.abs, (a) => [Math.sign(a), 0]),
  exp: number(Math.exp, (a) => [Math.exp(a), 0]),
  log: number(Math.log, (a) => [1 / a, 0]),
  sqrt: number(Math.sqrt, (a) => [0.5 / Math.sqrt(a), 0]),
  "==": comparison(areEqual),
  "!=": comparison((a, b) => !areEqual(a, b)),
  "<": comparison((a, b) => a < b && !areEqual(a, b)),
  ">": comparison((a, b) => a > b && !areEqual(a, b)),
  "<=": comparison((a, b) => a < b || areEqual(a, b)),
  ">=": comparison((a, b) => a > b || areEqual(a, b)),
  "&&": logic((a, b) => a * b),
  "||": logic(Math.max),
  not: logic((a) => 1 - a),
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

/** Functions by name: how many arguments they take at least and at most. */
export const functions = {
  abs: [1, 1],
  exp: [1, 1],
  log: [1, 1],
  sqrt: [1, 1],
  max: [2, 20],
  min: [2, 20],
} as const satisfies Partial<Record<OperationName, readonly [number, number]>>;

export type FunctionName = keyof typeof functions;

export const isFunction = (name: string): name is FunctionName => Object.hasOwn(functions, name);
export const isOperation = (name: string): name is OperationName => Object.hasOwn(operations, name);
