import type { Warning } from "../explanation.ts";
import type { Subject } from "../subject.ts";
import type { Places, WrittenAt } from "../written.ts";

/** What a pool's stage is judged by. */
export interface Judged {
  readonly subject: Subject;
  readonly places: Places;
}

type Told = Pick<Warning, "kind" | "found" | "limit"> & Partial<Pick<Warning, "about" | "age" | "sex">>;

/** A warning about what is written at a place. */
export function warn({ pool, from }: Subject, where: WrittenAt, told: Told): Warning {
  const { path, file, line, column } = where;
  const { kind, found, limit, about = "", age = null, sex = null } = told;
  return {
    kind,
    pools: [pool.name],
    stage: from,
    about,
    more: 0,
    age,
    sex,
    found,
    limit,
    path,
    file,
    line,
    column,
  };
}
