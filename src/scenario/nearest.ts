import { distance } from "fastest-levenshtein";

/**
 * The candidate with the fewest edits to `word`, if these are no more than a third of its letters (at least two);
 * undefined where none is near.
 *
 * @example nearest("sharign", ["sharing", "ending"]) // "sharing"
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const most = Math.max(2, Math.ceil(word.length / 3));
  let best: string | undefined;
  let fewest = most + 1;
  for (const candidate of candidates) {
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest && edits < candidate.length) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
}
