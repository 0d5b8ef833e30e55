import type { CopiesMetric } from "../../plan/columns.ts";
import type { Copies } from "../report.ts";
import type { Subject } from "./subject.ts";

/** How many pools alike differ; one entry for each pool that has copies. */
export function makeCopies(subjects: readonly Subject[]): Copies[] {
  const { pools } = subjects[0].inputs;
  return pools.flatMap(({ name, copies }, i) => {
    if (copies < 2) return [];
    const { lookup } = subjects.length === 1 ? subjects[0] : subjects[i + 1];
    const of = (metric: CopiesMetric) => lookup.figure({ kind: "copies", metric });
    return [
      {
        pool: name,
        copies,
        ended: of("ended"),
        cut: of("cut"),
        shareSd: of("shareSd"),
        shareQ05: of("shareQ05"),
        shareQ50: of("shareQ50"),
        shareQ95: of("shareQ95"),
        shareMost: of("shareMost"),
      },
    ];
  });
}
