import { readFileSync } from "node:fs";
import type { Explained } from "../../src/report/explain/explained.ts";
import { makeExplained } from "../../src/report/explain/makeExplained.ts";
import { compileForCheck } from "../../src/run/compileForCheck.ts";
import { locate } from "../../src/run/located.ts";
import { prepare } from "../../src/run/prepare.ts";
import { references } from "../../src/run/references.ts";
import type { ReadText } from "../../src/run/request.ts";
import { placesIn } from "../../src/scenario/placesIn.ts";
import { readFrom } from "../run/smallScenario.ts";

const fromDisk: ReadText = (path) => readFileSync(path, "utf8");
const tables = references(fromDisk);

/** The explanation of a scenario's text, or of a file where no text is given. */
export function explained(text: string | null, set: readonly string[] = [], file = "inline.yaml"): Explained {
  const read = text === null ? fromDisk : readFrom({ [file]: text });
  const ready = prepare({ file, set }, read, compileForCheck);
  if (!ready.ok) throw new Error(ready.mistakes.map(({ message }) => message).join("\n"));
  const { root } = locate({ file, set }, read);
  const { scenario, plan } = ready;
  const places = root === null ? new Map() : placesIn(root);
  return makeExplained({ scenario, plan, references: tables, places, file, overrides: set, version: "0" });
}

/** A small open pool with nothing implausible about it; each line is a rule of its own. */
export const soundPool = `title: A sound pool
currency: yuan
seed: sound
replications: 500
calendar: { from: 2020-01-01, to: 2023-12-31, settle: { every: 3 months } }
members:
  ages: 20-59
  mix:
    - { ages: 20-39, portion: 50 %, male: 60 % }
    - { ages: 40-59, portion: 50 %, male: 60 % }
  classes:
    careful:
      portion: 60 %
      relativeRisk: 0.8
      lapse: 4 %
      reaction: { power: { reference: 30, elasticity: 2 } }
    ailing:
      portion: 40 %
      relativeRisk: 1.3
      lapse: 2 %
joining: { initial: 10000 }
cover:
  waiting: 90 days # the sector's norm
  level: 0.5
  select: { start: 0.4, timeConstant: 1 year }
  trend: 2 %
  illnesses:
    cancer:
      incidence:
        - { ages: 20-39, rate: 0.05 % }
        - { ages: 40-59, rate: 0.2 % }
      benefit: 100 thousand
claims: { delay: { gamma: { mean: 90 days, sd: 60 days } }, denied: 10 % }
sharing:
  fee: 8 %
  roundUpTo: 0.01
  caps: { perYear: 2000 }
  excess: operator
ending: { minimumMembers: { members: 100, grace: 30 days } }
`;
