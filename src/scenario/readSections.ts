import { checkEntry, checkSchedule } from "./crossChecks.ts";
import { explainIssue, explainProblem } from "./explainIssue.ts";
import { entryNode, type Located, type MapNode, type Origins, toPlain } from "./located.ts";
import type { Mistake } from "./mistake.ts";
import { place } from "./placing.ts";
import type { Problem } from "./problem.ts";
import { type ReadSection, readStages, type StageReading } from "./readStages.ts";
import type { Calendar, Joining, Scenario } from "./scenario.ts";
import { keysAt } from "./schema/keysAt.ts";
import { rootKeys, type SectionSchemas, sectionSchemas } from "./schema/root.ts";
import { unknownRemovals } from "./schema/unknownRemovals.ts";
import { unknownKey } from "./unknownKey.ts";

/** A scenario but for what is not in its sections; null if anything in them is wrong. */
export interface Sections {
  readonly parts: Omit<Scenario, "assumptions"> | null;
  readonly mistakes: readonly Mistake[];
}

/** More mistakes of one section help nobody. */
const mostOfAKind = 200;

/** Reads a filled tree section by section, so that a mistake in one hides none in another. */
export function readSections(root: MapNode): Sections {
  const mistakes: Mistake[] = [];
  const origins: Origins = new WeakMap();
  const tell = (problem: Problem, tree: Located = root) => void mistakes.push(explainProblem(problem, tree));
  const unknown = [...root.entries.keys()].filter((key) => !rootKeys.includes(key));
  for (const key of unknown.slice(0, mostOfAKind)) tell(unknownKey(key, rootKeys));
  const read: ReadSection = (key, schema, node = root) => {
    const known = entryNode(node, key);
    if (known !== undefined) {
      for (const problem of unknownRemovals(known, schema, [key]).slice(0, mostOfAKind)) tell(problem, node);
    }
    const result = schema.safeParse(known === undefined ? undefined : toPlain(known, origins));
    if (result.success) return result.data;
    const keys = (steps: readonly (string | number)[]) => keysAt(schema, steps.slice(1));
    for (const issue of result.error.issues.slice(0, mostOfAKind)) {
      mistakes.push(...explainIssue({ ...issue, path: [key, ...issue.path] }, node, keys));
    }
    return undefined;
  };
  const parts = assemble(root, read, tell);
  if (parts === null || mistakes.length > 0) return { parts: null, mistakes };
  place(parts, (written) => origins.get(written));
  return { parts, mistakes };
}

function assemble(root: MapNode, read: ReadSection, tell: StageReading["tell"]): Sections["parts"] {
  const currency = entryNode(root, "currency");
  const isWord = currency?.kind === "scalar" && typeof currency.value === "string";
  const schemas = sectionSchemas(isWord ? String(currency.value) : "yuan");
  const head = readHead(schemas, read);
  const calendar = read("calendar", schemas.calendar);
  const group = entryNode(root, "group") === undefined ? null : read("group", schemas.group);
  const joining = group === null ? readJoining(root, schemas, read, calendar, tell) : noJoining;
  if (group !== null) checkAlone(root, tell);
  const stages = readStages(root, { schemas, read, tell, calendar, isGroup: group !== null });
  const shocks = read("shocks", schemas.shocks.prefault({}));
  const history = read("history", schemas.history.default([]));
  if (head === undefined || calendar === undefined || group === undefined || joining === undefined)
    return null;
  if (stages === undefined || shocks === undefined || history === undefined) return null;
  return { ...head, calendar, joining, group, stages, shocks, history };
}

function readHead(schemas: SectionSchemas, read: ReadSection) {
  const title = read("title", schemas.title);
  const purpose = read("purpose", schemas.purpose);
  const currency = read("currency", schemas.currency);
  const seed = read("seed", schemas.seed);
  const replications = read("replications", schemas.replications);
  const engine = read("engine", schemas.engine);
  const ask = read("ask", schemas.ask);
  if (title === undefined || purpose === undefined || currency === undefined || seed === undefined)
    return undefined;
  if (replications === undefined || engine === undefined || ask === undefined) return undefined;
  return { title, purpose, currency, seed, replications, engine, ask };
}

const noJoining: Joining = { initial: 0, schedule: [], target: [], bass: null };

function readJoining(
  root: MapNode,
  schemas: SectionSchemas,
  read: ReadSection,
  calendar: Calendar | undefined,
  tell: StageReading["tell"],
): Joining | undefined {
  const given = read("joining", schemas.joining.prefault({}));
  if (given === undefined || calendar === undefined) return undefined;
  const schedule = given.schedule.map(({ from, to, perYear }) => ({
    from: from ?? calendar.from,
    to: to ?? calendar.to,
    perYear,
  }));
  const joining: Joining = { ...given, schedule };
  for (const problem of [...checkEntry(joining), ...checkSchedule(joining, calendar)]) tell(problem, root);
  return joining;
}

/** A closed group stands alone: who has one has no members, joining and cover. */
function checkAlone(root: MapNode, tell: StageReading["tell"]): void {
  for (const key of ["members", "joining", "cover"]) {
    if (entryNode(root, key) === undefined) continue;
    tell(
      {
        steps: [key],
        found: `${key} beside a group`,
        allowed: "either a group, or members, joining and cover",
      },
      root,
    );
  }
}
