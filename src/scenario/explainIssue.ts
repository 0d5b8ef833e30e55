import type { z } from "zod";
import { type Located, type Place, pathText, type Steps } from "./located.ts";
import { type Mistake, mistake } from "./mistake.ts";
import { nearest } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import { unknownKey } from "./unknownKey.ts";

const mostKeys = 50;

type Issue = z.core.$ZodIssue;

/** How to find what a key's map allows: given the steps to the map, its keys. */
export type KnownKeys = (steps: Steps) => readonly string[];

/**
 * Mistakes from an issue of the schema. `root` is the tree the issue's steps lead through; what stands there, and where
 * it was written, is looked up in it.
 */
export function explainIssue(issue: Issue, root: Located, knownKeys: KnownKeys): Mistake[] {
  const steps = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  if (issue.code === "unrecognized_keys") {
    return issue.keys
      .slice(0, mostKeys)
      .map((key) => explainProblem(unknownKey(key, knownKeys(steps), steps), root));
  }
  if (issue.code === "custom" && isProblem(issue.params?.problem)) {
    return [explainProblem({ ...issue.params.problem, steps }, root)];
  }
  return [explainProblem(problemOf(issue, steps, knownKeys, root), root)];
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "allowed" in value && "steps" in value;
}

function problemOf(issue: Issue, steps: Steps, knownKeys: KnownKeys, root: Located): Problem {
  if (issue.code === "invalid_value") return wordProblem(issue.values.map(String), steps, root);
  if (issue.code === "invalid_type") {
    const keys = issue.expected === "object" ? knownKeys(steps) : [];
    const which = keys.length > 0 ? ` with the keys ${keys.join(", ")}` : "";
    return { steps, allowed: `${typeWords[issue.expected] ?? issue.expected}${which}` };
  }
  if (issue.code === "too_small") {
    if (issue.origin === "array") return { steps, found: "an empty list", allowed: "a list of at least one" };
    if (issue.origin === "string") return { steps, found: "empty text", allowed: "text" };
  }
  return { steps, allowed: issue.message.replace(/^(Invalid input|Too (big|small)): /, "") };
}

const typeWords: Readonly<Record<string, string>> = {
  object: "a map",
  record: "a map of names",
  array: "a list",
  string: "text",
  boolean: "true or false",
  number: "a number",
  int: "a whole number",
};

function wordProblem(words: readonly string[], steps: Steps, root: Located): Problem {
  const node = walk(root, steps).node;
  const near = node?.kind === "scalar" ? nearest(node.text, words) : undefined;
  const problem = { steps, allowed: words.length > 1 ? `one of ${words.join(", ")}` : words[0] };
  return near === undefined ? problem : { ...problem, nearest: near };
}

/** A problem with its place: that of the value, or of the key where the key is what is wrong. */
export function explainProblem(problem: Problem, root: Located): Mistake {
  const { node, keyPlace, path, isMissing } = walk(root, problem.steps);
  const aboutKey = isMissing || node === undefined || node.kind === "map" || problem.isAboutKey === true;
  const place = aboutKey ? keyPlace : (node?.place ?? keyPlace);
  const { allowed, nearest: near } = problem;
  const found = problem.found ?? (isMissing ? "nothing" : describe(node));
  const isAbsence = isMissing || problem.isAbsence === true;
  const said = { ...place, path: path === "" ? "scenario" : path, found, allowed };
  const parts = isAbsence ? { ...said, isAbsence } : said;
  return mistake(near === undefined ? parts : { ...parts, nearest: near });
}

interface Walked {
  readonly node: Located | undefined;
  /** The key of the innermost entry passed, or the start of the innermost item. */
  readonly keyPlace: Place;
  readonly path: string;
  readonly isMissing: boolean;
}

function walk(root: Located, steps: Steps): Walked {
  let node: Located = root;
  let keyPlace = root.place;
  for (let depth = 0; depth < steps.length; depth += 1) {
    const step = steps[depth];
    const next: Located | undefined =
      node.kind === "list"
        ? node.items[Number(step)]
        : node.kind === "map"
          ? node.entries.get(String(step))?.node
          : undefined;
    if (next === undefined) {
      return { node: undefined, keyPlace, path: pathFrom(node, steps.slice(depth)), isMissing: true };
    }
    keyPlace = node.kind === "map" ? (node.entries.get(String(step))?.keyPlace ?? next.place) : next.place;
    node = next;
  }
  return { node, keyPlace, path: node.path, isMissing: false };
}

function pathFrom(node: Located, steps: Steps): string {
  const rest = pathText(steps);
  if (node.path === "") return rest;
  return rest.startsWith("[") ? `${node.path}${rest}` : `${node.path}.${rest}`;
}

function describe(node: Located | undefined): string {
  if (node === undefined) return "nothing";
  if (node.kind === "map")
    return node.entries.size === 0
      ? "an empty map"
      : `a map with ${[...node.entries.keys()].slice(0, 4).join(", ")}`;
  if (node.kind === "list") return node.items.length === 0 ? "an empty list" : "a list";
  const short = node.text.length > 60 ? `${node.text.slice(0, 57)}...` : node.text;
  if (node.value === null) return "nothing";
  return typeof node.value === "string" ? JSON.stringify(short) : short;
}
