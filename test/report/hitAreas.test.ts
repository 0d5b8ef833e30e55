import { describe, expect, it } from "vitest";
import type { Reading } from "../../src/report/charts/chart.ts";
import type { Drawing } from "../../src/report/charts/drawChart.ts";
import { datedReadings, merged, rowReadings } from "../../src/report/charts/readings.ts";
import { hitAreas, readingText } from "../../src/report/html/hitAreas.ts";

const drawing: Drawing = {
  svg: "",
  plot: { x: 30, y: 10, width: 100, height: 50 },
  places: [0, 40, 100],
  hasBands: false,
};
const reading = (at: number, head: string): Reading => ({ at, head, values: [["share", `${at}`]] });
const readings = [reading(1, "first"), reading(2, "second"), reading(3, "third")];

describe("hitAreas", () => {
  it("reach halfway to their neighbours and cover the plot", () => {
    expect(hitAreas({ readings }, drawing, false)?.markup).toBe(
      '<g class="hits" fill="none" pointer-events="all" transform="translate(30,10)">' +
        '<rect x="0" width="20" height="50" data-at="0"></rect>' +
        '<rect x="20" width="50" height="50" data-at="40"></rect>' +
        '<rect x="70" width="30" height="50" data-at="100"></rect></g>',
    );
  });

  it("lie one below the other, labels included, along an upright axis", () => {
    const upright: Drawing = { ...drawing, places: [10, 40], hasBands: true };
    const areas = hitAreas({ readings: readings.slice(0, 2), along: "y" }, upright, true)?.markup;
    expect(areas).toContain('<g class="hits bands"');
    expect(areas).toContain(
      '<rect x="-30" y="25" width="130" height="25" data-at="40"><title>second\nshare: 2</title></rect>',
    );
  });

  it("are none without readings", () => {
    expect(hitAreas({}, drawing, true)).toBeNull();
  });

  it("escape all they are told, and let no text begin a line of its own", () => {
    const evil = "</title><script>alert(1)</script>\n\u0007x: \"'&";
    const areas = hitAreas({ readings: [{ at: 1, head: evil, values: [[evil, evil]] }] }, drawing, true);
    expect(areas?.markup).not.toMatch(/<script|<\/title><(?!\/rect>)/);
    expect(areas?.markup.split("<title>")[1].split("\n")).toHaveLength(2);
    expect(readingText({ at: 1, head: "a\nb", values: [["c\td", "e"]] })).toBe("a b\nc d: e");
  });
});

describe("readings of a table", () => {
  const columns = [
    { head: "Settled", align: "left" },
    { head: "Share", align: "right" },
    { head: "Why", align: "left", prose: true },
  ] as const;
  const table = {
    columns,
    rows: [
      ["2019-01-28", "0.03", "long words"],
      ["2019-02-14", "–", ""],
    ],
  };

  it("say its rows, but not what is missing, nor prose", () => {
    expect(rowReadings(table, ["a", "b"])).toEqual([
      { at: "a", head: "2019-01-28", values: [["Share", "0.03"]] },
      { at: "b", head: "2019-02-14", values: [] },
    ]);
    expect(datedReadings(table)[0]).toMatchObject({ at: Date.parse("2019-01-28"), head: "28 Jan 2019" });
  });

  it("come together where they are at the same place, in the order of the axis", () => {
    const there = merged([reading(2, "second"), reading(1, "first"), { ...reading(2, "again") }]);
    expect(there.map(({ head, values }) => [head, values.length])).toEqual([
      ["first", 1],
      ["second", 2],
    ]);
  });
});
