import { prepare, type Ready } from "../../src/run/prepare.ts";
import type { ScenarioRequest } from "../../src/run/request.ts";

/** A small open pool that runs fast, with uncertain numbers, two classes, leavers and an end that may come. */
export const smallScenario = `title: A small pool
seed: small
replications: 500
calendar: { from: 2020-01-01, to: 2021-12-31, settle: { every: 3 months } }
members:
  ages: 18-40
  classes:
    careful: { portion: 60 %, relativeRisk: 0.7, lapse: 3 % }
    ill: { portion: 40 %, relativeRisk: 1.45, lapse: 1 % }
joining: { initial: 300 }
cover:
  level: { uniform: [0.5, 1.5] }
  illnesses:
    any: { incidence: 1 %, benefit: 1000 }
sharing: { fee: 8 %, roundUpTo: 0.01 }
ending: { hazard: 10 % }
ask:
  - P(total.cost > 1000)
`;

/** The small scenario with two pools, of which the second begins smaller and ends sooner. */
export const twoPools = `${smallScenario}pools:
  young: { joining: { initial: 200 } }
  elderly: { joining: { initial: 100 }, ending: { hazard: 30 % } }
`;

/** Reads the files of a test: path -> text. */
export const readFrom = (files: Readonly<Record<string, string>>) => (path: string) => {
  if (!Object.hasOwn(files, path)) throw new Error(`no such file: ${path}`);
  return files[path];
};

/** The small scenario, compiled; `over`: what a command line lays over it. */
export function readySmall(over: Omit<ScenarioRequest, "file"> = {}, text = smallScenario): Ready {
  const ready = prepare({ ...over, file: "small.yaml" }, readFrom({ "small.yaml": text }));
  if (ready.ok) return ready;
  throw new Error(ready.mistakes.map(({ message }) => message).join("\n"));
}
