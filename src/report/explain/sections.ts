import { paired } from "../charts/paired.ts";
import { formatDate } from "../format.ts";
import type { Section } from "../sections/section.ts";
import { makeTable, type Table, text } from "../tables/table.ts";
import { pictureChart } from "./charts/pictureChart.ts";
import { uncertainChart, uncertainTable } from "./charts/uncertainChart.ts";
import type { Explained, Source, ToldSection } from "./explained.ts";
import { whereItHolds } from "./words/warnings.ts";

/** The sections of an explanation in reading order: doubts, what is least known, then pool by pool pictures and words. */
export function explainSections(explained: Explained): Section[] {
  const { pools, told } = explained;
  const isOne = pools.length === 1;
  const shared = told.filter((section) => section.id !== "shocks" && section.pools.length === pools.length);
  const ofPools = pools.flatMap((pool, i): Section[] => [
    ...picturesSection(explained, i),
    ...told
      .filter((section) => section.pools.length < pools.length && section.pools.includes(pool.name))
      .map((section) => toldSection(section, `${section.id}-${i}`, true)),
  ]);
  return [
    ...warningsSection(explained),
    ...uncertainSection(explained),
    ...(isOne ? ofPools : []),
    ...(isOne || shared.length === 0
      ? []
      : [headingOf("shared", "All pools", "What is the same in all pools.")]),
    ...shared.map((section) => toldSection(section, section.id, !isOne)),
    ...(isOne ? [] : ofPools),
    ...told.filter(({ id }) => id === "shocks").map((section) => toldSection(section, section.id, false)),
  ];
}

const noTable: Table = { columns: [], rows: [] };

function headingOf(id: string, title: string, note: string): Section {
  return { id, title, note, table: noTable };
}

function warningsSection({ warnings, pools, calendar }: Explained): Section[] {
  if (warnings.length === 0) return [];
  return [
    {
      id: "warnings",
      title: "Hardly plausible",
      note: "Allowed, and perhaps meant; but each of these is where an actuary would ask why.",
      table: makeTable(warnings, [
        text("Found", (one) => `${whereItHolds(one, pools.length, calendar.from)}${one.words.found}`, {
          prose: true,
        }),
        text("Plausible", ({ words }) => words.plausible, { prose: true }),
        text("Why it matters", ({ words }) => words.why, { prose: true }),
        text("Written at", (one) => (one.file === "" ? one.path : `${one.file}:${one.line}`)),
      ]),
    },
  ];
}

function uncertainSection({ uncertain }: Explained): Section[] {
  const chart = uncertainChart(uncertain);
  if (uncertain.length === 0)
    return [
      headingOf("uncertain", "What is least known", "Nothing is uncertain: every number is taken as known."),
    ];
  return [
    {
      id: "uncertain",
      title: "What is least known",
      note: "Numbers given as distributions, in the scenario’s units (money, rates per year, portions, days): each is drawn once per replication, or once per block where it reshapes the plan.",
      charts: chart === null ? [] : [chart],
      table: chart === null ? uncertainTable(uncertain) : noTable,
    },
  ];
}

/** A pool's pictures; of a plan of one pool nothing where there are none. */
function picturesSection({ pools, scenario }: Explained, i: number): Section[] {
  const { name, copies, pictures } = pools[i];
  if (name === "" && pictures.length === 0) return [];
  const charts = pictures.map((picture, p) =>
    pictureChart(picture, `p${i}-${p}-${picture.kind}`, scenario.currency),
  );
  const each = copies > 1 ? `; of each of ${copies} such pools` : "";
  const note = charts.length === 0 ? "" : `As it will be used, at the means of uncertain numbers${each}.`;
  const title = name === "" ? "In pictures" : `Pool “${name}”`;
  return [{ id: `pool-${i}`, title, note, charts: paired(charts), table: noTable }];
}

function toldSection({ title, blocks, sources }: ToldSection, id: string, isPart: boolean): Section {
  return {
    id,
    title,
    note: "",
    isPart,
    blocks: blocks.map(({ from, sentences }, i) => ({
      heading: i === 0 ? null : `From ${formatDate(from)}`,
      sentences,
    })),
    table: sourcesTable(sources),
    folded: "Where it is written, and why",
  };
}

function sourcesTable(sources: readonly Source[]): Table {
  return makeTable<Source>(sources, [
    text("What", ({ path }) => path),
    text("Value", ({ value }) => value, { prose: true }),
    text("Why, and from where", ({ note }) => note, { prose: true }),
    text("Written at", ({ file, line }) => (file === "--set" ? file : `${file}:${line}`)),
  ]);
}
