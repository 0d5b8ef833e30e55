import type { z } from "zod";
import type { Located } from "./located.ts";
import type { Problem } from "./problem.ts";
import type { Calendar, Scenario } from "./scenario.ts";
import type { SectionSchemas } from "./schema/root.ts";

/** Reads one section of a tree (default: the whole file): its value, or undefined after telling what is wrong. */
export type ReadSection = <T>(key: string, schema: z.ZodType<T>, node?: Located) => T | undefined;

/** Tells a problem; its steps lead through the tree given. */
export type Tell = (problem: Problem, tree: Located) => void;

/** What is needed to read the pools of a plan. */
export interface PoolReading {
  readonly schemas: SectionSchemas;
  readonly read: ReadSection;
  readonly tell: Tell;
  readonly calendar: Calendar | undefined;
  readonly engine: Scenario["engine"] | undefined;
}
