import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lapsePerYear } from "../../src/engine/lapsePerYear.ts";
import { type Explained, explainedSchema } from "../../src/report/explain/explained.ts";
import { explainTerminal } from "../../src/report/explain/explainTerminal.ts";
import { explainHtml, explainMarkdown } from "../../src/report/explain/renderExplain.ts";
import { percent } from "../../src/report/explain/words/quantities.ts";
import { renderJson } from "../../src/report/renderJson.ts";
import type { Reaction } from "../../src/scenario/reaction.ts";
import { explained, soundPool } from "./explained.ts";

const sentencesOf = ({ told }: Explained, id: string) =>
  told
    .filter((section) => section.id === id)
    .flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences));

const identity = (text: string) => text;
const plainColors = { bold: identity, dim: identity, cyan: identity, yellow: identity };

/** Each kind of reaction, as written and as the engine has it. */
const reactions: readonly (readonly [string, Reaction<Float64Array>])[] = [
  ["none", { kind: "none" }],
  [
    "{ power: { reference: 30, elasticity: 1.5 } }",
    { kind: "power", lookBack: 1, reference: Float64Array.of(30), elasticity: Float64Array.of(1.5) },
  ],
  [
    "{ power: { reference: expectedAid, elasticity: 2 } }",
    { kind: "power", lookBack: 1, reference: "expectedAid", elasticity: Float64Array.of(2) },
  ],
  [
    "{ band: { reference: 30, from: 10 %, to: 60 %, lapseFrom: 5 %, lapseTo: 45 % } }",
    {
      kind: "band",
      lookBack: 1,
      reference: Float64Array.of(30),
      from: Float64Array.of(0.1),
      to: Float64Array.of(0.6),
      lapseFrom: Float64Array.of(0.05),
      lapseTo: Float64Array.of(0.45),
    },
  ],
  [
    "{ logit: { value: 70, scale: 15, most: 60 % } }",
    {
      kind: "logit",
      lookBack: 1,
      value: Float64Array.of(70),
      scale: Float64Array.of(15),
      most: Float64Array.of(0.6),
    },
  ],
  [
    "{ threshold: { willingness: 60 } }",
    { kind: "threshold", lookBack: 1, willingness: Float64Array.of(60) },
  ],
];

describe("reactions in words", () => {
  // By hand: expected aid is 0.8 x 62.5 x 90 % x the select factor at 90 days; the tables' later share is below 100 and above 50.
  const expectedAid = 0.8 * 62.5 * 0.9 * (1 - 0.6 * Math.exp(-90 / 365.25));

  it.each(reactions)("tell the lapse at two shares: %s", (written, reaction) => {
    const of = explained(soundPool, [`members.classes.careful.reaction=${written}`]);
    const [sentence] = sentencesOf(of, "reactions");
    expect(sentence).toMatch(/^“careful” members lapse 4 % a year/);
    const lapse = (share: number) => lapsePerYear(reaction, 0, 0.04, share, expectedAid);
    if (reaction.kind === "none")
      expect(sentence).toBe("“careful” members lapse 4 % a year, whatever the share is.");
    else
      expect(sentence).toContain(
        `at a share of 50 yuan a year ${percent(lapse(50))}, at 100 yuan ${percent(lapse(100))}`,
      );
    const lines = of.pools[0].pictures.find(({ kind }) => kind === "lapse")?.series ?? [];
    const drawn = lines.find(({ name }) => name === "careful")?.points ?? [];
    for (const { x, y } of drawn) expect(y).toBeCloseTo(lapse(Number(x)), 12);
    expect(drawn.length > 0).toBe(reaction.kind !== "none");
  });

  it("tell what is left of those who would join", () => {
    const of = explained(soundPool, [
      "members.classes.ailing.joins={ power: { reference: 50, elasticity: 1 } }",
    ]);
    expect(sentencesOf(of, "reactions").join(" ")).toContain(
      "at a share of 50 yuan a year 100 % still come, at 100 yuan 50 % still come",
    );
  });
});

describe("words", () => {
  it("tell an uncertain number with its distribution and 90 % range", () => {
    const of = explained(soundPool, ["sharing.fee={ uniform: [4 %, 14 %] }"]);
    expect(sentencesOf(of, "sharing")).toContain(
      "The operator takes a fee of 9 % (uniform, 90 % range 4.5 % – 13.5 %) of the aid.",
    );
    expect(of.uncertain).toEqual([
      {
        path: "sharing.fee",
        mean: expect.closeTo(0.09, 12),
        q05: expect.closeTo(0.045, 12),
        q95: expect.closeTo(0.135, 12),
        sd: expect.closeTo(0.1 / Math.sqrt(12), 12),
        drawn: "perReplication",
      },
    ]);
  });

  it("tell of a later stage only what changes", () => {
    const of = explained(soundPool, [
      "changes=[{ from: 2021-01-01, sharing: { fee: 10 % } }, { from: 2022-01-01, claims: { denied: 5 % } }]",
    ]);
    const sharing = of.told.find(({ id }) => id === "sharing");
    expect(sharing?.blocks.map(({ from }) => from)).toEqual(["2020-01-01", "2021-01-01"]);
    expect(sharing?.blocks[1].sentences).toEqual(["The operator takes a fee of 10 % of the aid."]);
    expect(sharing?.sources.map(({ path }) => path)).toContain("changes[0].sharing.fee");
  });

  it("tell what all pools have in common once, and the rest pool by pool", () => {
    const of = explained(soundPool, [
      "pools={ young: { joining: { initial: 200 } }, old: { joining: { initial: 300 }, sharing: { fee: 9 % } } }",
    ]);
    const told = (id: string) => of.told.filter((section) => section.id === id).map(({ pools }) => pools);
    expect(told("claims")).toEqual([["young", "old"]]);
    expect(told("sharing")).toEqual([["young"], ["old"]]);
    expect(
      explainTerminal(of, { color: plainColors, width: 100 }).match(/Shares are rounded up/g)?.length,
    ).toBe(1);
  });

  it("name the comment and the place of each number", () => {
    const cover = explained(soundPool).told.find(({ id }) => id === "cover");
    const waiting = cover?.sources.find(({ path }) => path === "cover.waiting");
    expect(waiting).toMatchObject({ value: "90 days", note: "the sector's norm", file: "inline.yaml" });
    expect(soundPool.split("\n")[(waiting?.line ?? 0) - 1]).toContain("waiting: 90 days");
  });

  it("put each rule of the scenario under one heading", () => {
    const of = explained(soundPool);
    const paths = of.told.flatMap(({ sources }) => sources.map(({ path }) => path));
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of [
      "members.ages",
      "members.classes.careful.lapse",
      "joining.initial",
      "claims.denied",
      "ending.minimumMembers.grace",
    ])
      expect(paths).toContain(path);
  });
});

const evil = `<script>alert("x")</script> & | **bold** [a](javascript:b)`;
const hostile = soundPool
  .replace("A sound pool", JSON.stringify(evil))
  .replace("currency: yuan", `currency: "<b>yuan</b>"\npurpose: ${JSON.stringify(evil)}`)
  .replace("    ailing:", `    ${JSON.stringify(evil)}:`)
  .replace("    cancer:", `    ${JSON.stringify(`cancer ${evil}`)}:`)
  .replace("the sector's norm", evil)
  .replace("fee: 8 %", "fee: 80 %");

describe("texts of a scenario", () => {
  it("are escaped in every rendering", async () => {
    const of = explained(hostile, [
      `shocks={ events: [{ name: ${JSON.stringify(evil)}, from: 2030-01-01, to: 2030-02-01, lapse: { uniform: [1, 2] } }] }`,
    ]);
    const page = await explainHtml(of);
    expect(page).toContain("&lt;script&gt;");
    expect(page).not.toMatch(/<script(?!>\(function live\()|<b>|href="javascript/i);
    expect(explainMarkdown(of)).not.toMatch(/<script|\*\*bold|(?<!\\)\]\(javascript/);
    expect(
      explainTerminal(explained(soundPool.replace("A sound pool", '"a\\e[31m"')), {
        color: plainColors,
        width: 80,
      }),
    ).not.toContain("\u001b");
  });
});

const folders = ["scenarios", "scenarios/examples", "scenarios/validation"];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => join(folder, name)),
);

describe("every scenario that comes with fentan", () => {
  it.each(files)("can be explained: %s", async (file) => {
    const of = explained(null, [], file);
    expect(explainedSchema.parse(of)).toEqual(of);
    const texts = [
      renderJson(of),
      explainMarkdown(of),
      explainTerminal(of, { color: plainColors, width: 100 }),
    ];
    for (const text of texts) expect(text).not.toMatch(/NaN|Infinity|undefined|\[object/);
  });

  it("draws its pictures without a NaN", async () => {
    const page = await explainHtml(explained(null, [], "scenarios/examples/small-circle.yaml"));
    expect(page.replace(/<script>.*?<\/script>/s, "")).not.toMatch(/NaN|Infinity|undefined|\[object/);
    expect(page.match(/<figure/g)?.length).toBe(page.match(/<figcaption/g)?.length);
    const ids = Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
