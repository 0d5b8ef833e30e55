import type { ReportInputs } from "../inputs.ts";
import type { AdverseSelection } from "../report.ts";

/** What members of each age and sex bear and can expect, per head; pools of one group only tell nothing. */
export function makeByAge({ ages }: ReportInputs): AdverseSelection["byAge"] {
  return ages
    .filter(({ groups }) => groups.length > 1)
    .map(({ pool, year, groups }) => ({
      pool,
      year,
      passed: groups.reduce((sum, { asked, expectedAid }) => sum + Math.max(0, asked - expectedAid), 0),
      groups: groups.map(({ ages, sex, members, asked, expectedAid }) => ({
        ages,
        sex,
        members,
        asked: asked / members,
        expectedAid: expectedAid / members,
        difference: (asked - expectedAid) / members,
      })),
    }));
}
