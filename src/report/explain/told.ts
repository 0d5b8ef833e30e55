import type { Explanation } from "../../explain/explanation.ts";
import type { Subject } from "../../explain/subject.ts";
import { at, type Places } from "../../explain/written.ts";
import { isoDate } from "../../scenario/day.ts";
import type { Assumption, Scenario } from "../../scenario/scenario.ts";
import type { Source, ToldSection } from "./explained.ts";
import { shocksInWords } from "./words/ending.ts";
import { type SectionOfRules, sectionsOfRules } from "./words/sections.ts";

/** All that a scenario assumes, in words: what is the same in all pools once, then pool by pool, then what hits all at once. */
export function tell(
  scenario: Scenario,
  pools: readonly (readonly Subject[])[],
  explanation: Explanation,
  places: Places,
): ToldSection[] {
  const all = sectionsOfRules.flatMap((section) => {
    const each = pools.map((subjects, i) => ({
      name: subjects[0].pool.name,
      blocks: blocksOf(section, subjects, roundShares(explanation.pools[i].expected)),
    }));
    const isShared = each.every(({ blocks }) => JSON.stringify(blocks) === JSON.stringify(each[0].blocks));
    const groups = isShared
      ? [{ ...each[0], pools: each.map(({ name }) => name) }]
      : each.map((one) => ({ ...one, pools: [one.name] }));
    return groups.map(({ pools: of, blocks }) => ({
      id: section.id,
      title: section.title,
      pools: of,
      blocks,
      sources: sourcesOf(scenario, of, section.rules, places),
    }));
  });
  const shocks = {
    id: "shocks",
    title: "What hits all at once",
    pools: [],
    blocks: [{ from: isoDate(scenario.calendar.from), sentences: shocksInWords(scenario.shocks) }],
    sources: scenario.assumptions
      .filter(({ path }) => /^shocks\b/.test(path))
      .map((one) => sourceOf(one, places)),
  };
  const told = [...all, shocks].filter(({ blocks }) => blocks.length > 0);
  return told.sort((a, b) => order(a, pools.length) - order(b, pools.length));
}

/** Of all pools first; then by pool, in the order of the sections. */
function order({ pools, id }: ToldSection, count: number): number {
  if (id === "shocks") return count + 1;
  return pools.length === count ? -1 : 0;
}

/** The sentences of the first stage, and of each further one those that were not true before. */
function blocksOf(
  { words }: SectionOfRules,
  subjects: readonly Subject[],
  shares: readonly [number, number],
) {
  const told = subjects.map((subject) => words({ subject, shares }));
  return subjects
    .map(({ from }, i) => ({
      from,
      sentences: told[i].filter((sentence) => i === 0 || !told[i - 1].includes(sentence)),
    }))
    .filter(({ sentences }) => sentences.length > 0);
}

/** About the share of a year that can be expected at most, and twice as much: round numbers. */
function roundShares(expected: Explanation["pools"][number]["expected"]): [number, number] {
  const most = Math.max(...expected.map(({ firstShare, laterShare }) => Math.max(firstShare, laterShare)));
  if (!(most > 0)) return [1, 2];
  const size = 10 ** Math.floor(Math.log10(most));
  const share = ([5, 2, 1].find((digit) => digit * size <= most) ?? 1) * size;
  return [share, 2 * share];
}

/** `changes[1].pools.ci.cover.level`: a change, a pool, and the rule itself. */
const layered = /^(?:changes\[\d+\]\.)?(?:pools\.(?<pool>"(?:[^"\\]|\\.)*"|[^.[\]"]+)\.)?(?<rule>.*)$/;

function sourcesOf(scenario: Scenario, pools: readonly string[], rules: RegExp, places: Places): Source[] {
  return scenario.assumptions
    .filter(({ path }) => {
      const { pool, rule } = layered.exec(path)?.groups ?? {};
      const isOurs = pool === undefined || pools.includes(pool.startsWith('"') ? JSON.parse(pool) : pool);
      return isOurs && rules.test(rule ?? "");
    })
    .map((one) => sourceOf(one, places));
}

function sourceOf({ path, value, note, from }: Assumption, places: Places): Source {
  return { path, value, note, file: from, line: at(places, path).line };
}
