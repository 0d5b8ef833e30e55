/** An error estimated from fewer blocks than this might be small by chance. */
const firstCheck = 8;

/**
 * Whether goals are looked at after so many blocks: after 8, and whenever a tenth has been added. It depends on the number of blocks
 * alone, so that a run stops after the same replications on any machine; and looking seldom keeps it from stopping at a lucky moment.
 */
export function isCheckpoint(blocks: number): boolean {
  let next = firstCheck;
  while (next < blocks) next = Math.max(next + 1, Math.floor(next * 1.1));
  return next === blocks;
}
