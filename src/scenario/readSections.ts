import { checkSpiral } from "./checks/spiral.ts";
import { explainIssue, explainProblem } from "./explainIssue.ts";
import { entryNode, type MapNode, type Origins, toPlain } from "./located.ts";
import type { Mistake } from "./mistake.ts";
import { place } from "./placing.ts";
import { readPools } from "./readPools.ts";
import { readPublished } from "./readPublished.ts";
import type { ReadSection, Tell } from "./readSection.ts";
import type { Scenario } from "./scenario.ts";
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
  const tell: Tell = (problem, tree) => void mistakes.push(explainProblem(problem, tree));
  const unknown = [...root.entries.keys()].filter((key) => !rootKeys.includes(key));
  for (const key of unknown.slice(0, mostOfAKind)) tell(unknownKey(key, rootKeys), root);
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

function assemble(root: MapNode, read: ReadSection, tell: Tell): Sections["parts"] {
  const currency = entryNode(root, "currency");
  const isWord = currency?.kind === "scalar" && typeof currency.value === "string";
  const schemas = sectionSchemas(isWord ? String(currency.value) : "yuan");
  const { engine, ...head } = readHead(schemas, read);
  const calendar = read("calendar", schemas.calendar);
  const pools = readPools(root, { schemas, read, tell, calendar, engine });
  const shocks = read("shocks", schemas.shocks.prefault({}));
  const history = read("history", schemas.history.default([]));
  const published = readPublished(root, schemas, read);
  const spiral = read("spiral", schemas.spiral);
  for (const problem of checkSpiral(spiral, calendar)) tell(problem, root);
  const parts = { ...head, engine, calendar, pools, shocks, history, spiral, published };
  return isComplete(parts) ? parts : null;
}

type Complete<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function isComplete<T extends object>(parts: T): parts is T & Complete<T> {
  return Object.values(parts).every((part) => part !== undefined);
}

function readHead(schemas: SectionSchemas, read: ReadSection) {
  return {
    title: read("title", schemas.title),
    purpose: read("purpose", schemas.purpose),
    currency: read("currency", schemas.currency),
    seed: read("seed", schemas.seed),
    replications: read("replications", schemas.replications),
    engine: read("engine", schemas.engine),
    ask: read("ask", schemas.ask),
    without: read("without", schemas.without),
  };
}
