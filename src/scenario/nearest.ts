import { distance } from "fastest-levenshtein";

/** Edits from one word to the other; what one of them only goes on with counts as one, and a little more if it is long. */
function editsBetween(word: string, candidate: string): number {
  const isLonger =
    Math.min(word.length, candidate.length) >= 3 &&
    (word.startsWith(candidate) || candidate.startsWith(word));
  return isLonger && word !== candidate
    ? 1 + Math.abs(word.length - candidate.length) / 1000
    : distance(word, candidate);
}

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
    const edits = editsBetween(word.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest && edits < candidate.length) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
}
