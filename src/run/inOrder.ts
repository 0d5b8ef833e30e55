/**
 * Begins one thing after another, with at most so many under way, and gives their results in order. Ends, also where it is left or
 * something fails, only when nothing is under way any more: a thread must not be taken away in the middle.
 *
 * @param begin begins the thing of this number, from 0 on
 */
export async function* inOrder<Result>(
  count: number,
  most: number,
  begin: (index: number) => Promise<Result>,
): AsyncGenerator<Result, void> {
  const underWay: Promise<Result>[] = [];
  try {
    for (let next = 0, given = 0; given < count; given++) {
      while (next < count && underWay.length < most) underWay.push(watched(begin(next++)));
      const [first] = underWay.splice(0, 1);
      yield await first;
    }
  } finally {
    await Promise.allSettled(underWay);
  }
}

/** The same promise; its failure counts only when its turn comes. */
function watched<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
