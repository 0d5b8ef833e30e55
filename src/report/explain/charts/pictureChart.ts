import type { Picture, Series } from "../../../explain/explanation.ts";
import type { Chart } from "../../charts/chart.ts";
import { makeTable, number, type Table, text } from "../../tables/table.ts";
import { countOf } from "../../wording.ts";
import { sexInWords } from "../words/pictureFindings.ts";
import { type PictureWords, pictureInWords, seriesInWords } from "../words/pictures.ts";
import { legendOf, linesOf, linesSpec } from "./lines.ts";

/** A picture of what is assumed, with its words and the numbers behind it. */
export function pictureChart(picture: Picture, id: string, currency: string): Chart {
  const words = pictureInWords(picture, currency);
  const lines = linesOf(picture);
  const caption = words.caption + leftOut(lines.length, picture);
  return {
    id,
    title: words.title,
    caption,
    description: `${words.title}. ${caption}`,
    legend: legendOf(lines),
    width: "half",
    draw: (frame) => linesSpec(frame, picture, lines, words),
    table: tableOf(picture, words),
  };
}

/** Says that some lines are left out, where they are. */
function leftOut(drawn: number, { series }: Picture): string {
  const all = series.filter(({ points }) => points.length > 0).length;
  return drawn < all ? ` ${drawn} of ${countOf(all, "line")} are drawn; the numbers have all.` : "";
}

/** One row for each point, one column for each line. */
function tableOf(picture: Picture, { xHead, isPart }: PictureWords): Table {
  const series = picture.series.filter(({ points }) => points.length > 0);
  const rows = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort(ascending);
  const known = series.map(({ points }) => new Map(points.map((point) => [point.x, point])));
  const column = (i: number, head: string, of: "y" | "low" | "high") =>
    number<Row>(head, isPart ? "%" : "", (x) => {
      const value = known[i].get(x)?.[of];
      return value === undefined ? null : value * (isPart ? 100 : 1);
    });
  return makeTable<Row>(rows, [
    text(xHead, (x) => (typeof x === "string" ? x : String(Number(x.toPrecision(4)))), { align: "right" }),
    ...series.flatMap((one, i) => {
      const head = headOf(one, picture);
      const isRange = one.points.some(({ low }) => low !== undefined);
      const range = isRange ? [column(i, "5 %", "low"), column(i, "95 %", "high")] : [];
      return [column(i, head, "y"), ...range];
    }),
  ]);
}

type Row = string | number;

function ascending(a: Row, b: Row): number {
  return a < b ? -1 : Number(a > b);
}

function headOf(series: Series, picture: Picture): string {
  const label = seriesInWords(series, picture);
  return series.sex === null ? label : `${label}, ${sexInWords[series.sex]}`;
}
