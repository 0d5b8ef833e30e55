/**
 * Calls the sides of a comparison in turn (A B A B ...), so that whatever slows the machine down for a while slows all of them.
 *
 * @param sides each gets the repetition's number, from 0
 * @returns by side, what it gave in each repetition
 */
export function inTurn<T>(repetitions: number, sides: readonly ((repetition: number) => T)[]): T[][] {
  const results = sides.map((): T[] => []);
  for (let repetition = 0; repetition < repetitions; repetition++) {
    for (const [i, side] of sides.entries()) results[i].push(side(repetition));
  }
  return results;
}
