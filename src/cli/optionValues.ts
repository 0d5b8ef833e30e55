import { InvalidArgumentError } from "@commander-js/extra-typings";

/** Reads a whole number from 1 to `most`; `1e6` is one. */
export function wholeNumber(most: number): (text: string) => number {
  return (text) => {
    const value = text.trim() === "" ? Number.NaN : Number(text);
    if (Number.isInteger(value) && value >= 1 && value <= most) return value;
    throw new InvalidArgumentError(`Allowed: a whole number from 1 to ${most}.`);
  };
}

/** Collects an option that may be repeated. */
export function eachOne(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}
