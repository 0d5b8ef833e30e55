import { inline } from "./inline.ts";
import type { Runner } from "./runner.ts";

/**
 * In this thread, but plan and tallies are copied as they are on their way to and from another thread or machine: shows
 * that both are plain data and that nothing is shared by mistake.
 */
export const cloned: Runner = (plan, control, onBlock) =>
  inline(structuredClone(plan), control, (tally) => onBlock(structuredClone(tally)));
