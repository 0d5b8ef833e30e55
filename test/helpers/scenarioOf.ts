import { parseScenario } from "../../src/scenario/parseScenario.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";

/** Everything a scenario names besides itself, by path, and options `PATH=VALUE` laid over it. */
export interface Beside {
  readonly files?: Readonly<Record<string, string>>;
  readonly set?: readonly string[];
}

/**
 * A scenario given in the test itself, as YAML or as a plain object, read as a user's file would be. Its mistakes fail
 * the test.
 *
 * @example scenarioOf("title: x\ncalendar: ...", { files: { "rates.csv": "age,rate\n0,0.001" }, set: ["sharing.fee=8 %"] })
 */
export function scenarioOf(document: string | object, { files = {}, set = [] }: Beside = {}): Scenario {
  const text = typeof document === "string" ? document : JSON.stringify(document);
  const texts: Readonly<Record<string, string>> = { ...files, "inline.yaml": text };
  const read = (path: string) => {
    if (!Object.hasOwn(texts, path)) throw new Error(`the test gives no file ${path}`);
    return texts[path];
  };
  const parsed = parseScenario("inline.yaml", read, { set });
  if (parsed.ok) return parsed.scenario;
  throw new Error(
    `mistakes in the test's scenario:\n${parsed.mistakes.map(({ message }) => message).join("\n")}`,
  );
}

/** Sections of a small open plan without any randomness in its rules: 1,000 members, one illness, twelve months of 2021. */
const smallPool = {
  title: "A small pool",
  calendar: { from: "2021-01-01", periods: 12 },
  members: { ages: "30-49" },
  joining: { initial: 1000 },
  cover: { illnesses: { any: { incidence: 0.002, benefit: 1000 } } },
};

/**
 * A small open plan of which only what a test is about is said; sections given replace whole sections.
 *
 * @example poolOf({ sharing: { fee: 0.08 } })
 */
export function poolOf(sections: object = {}, beside: Beside = {}): Scenario {
  return scenarioOf({ ...smallPool, ...sections }, beside);
}

/**
 * Rows of a rate table, one for each single age and sex.
 *
 * @param sex 0: male, 1: female
 */
export function rateRows(from: number, to: number, rate: (age: number, sex: 0 | 1) => number): object[] {
  const ages = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return ages.flatMap((age) => [
    { ages: age, sex: "male", rate: rate(age, 0) },
    { ages: age, sex: "female", rate: rate(age, 1) },
  ]);
}
