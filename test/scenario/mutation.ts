/** A way to break a valid scenario in one line, and the mistakes that must be told about it. */
export interface Mutation {
  readonly title: string;
  /** Mutations of one group may hide each other's mistakes: no more than one of each is applied at a time. */
  readonly group: string;
  readonly base: "mutual.yaml" | "group.yaml" | "capped.yaml" | "pools.yaml" | "counted.yaml" | "losses.yaml";
  /** The file that is changed; default: the base. */
  readonly file?: string;
  /** The file in which the mistakes are told; default: the file that is changed. */
  readonly toldIn?: string;
  /** Text within the line that is changed; it occurs once. */
  readonly find: string;
  readonly replace: string;
  /** Paths of the mistakes told, on the changed line if `lines` does not say otherwise. */
  readonly paths: readonly string[];
  /** Lines of the mistakes, where they are not the changed line; all in the base. */
  readonly lines?: readonly number[];
  /** The text is no YAML any more: told about at the changed line or after, in the parser's words. */
  readonly isBroken?: boolean;
  /** Part of the message, where it matters. */
  readonly says?: string;
  /** May it be combined with others? Default: yes. */
  readonly alone?: boolean;
}

/** A mutation of one line in short: group, text found, its replacement, path or paths, part of the message. */
export type ShortMutation = readonly [
  group: string,
  find: string,
  replace: string,
  path: string | readonly string[],
  says?: string,
];

/** The mutation in full; its title is what it writes. */
export function mutation(
  base: Mutation["base"],
  [group, find, replace, path, says]: ShortMutation,
): Mutation {
  const paths = typeof path === "string" ? [path] : path;
  const title = `${base}: ${replace === "" ? `without ${find}` : replace}`;
  return { title, group, base, find, replace, paths, ...(says === undefined ? {} : { says }) };
}
