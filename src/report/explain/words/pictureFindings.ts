import type { Picture, Point, Series } from "../../../explain/explanation.ts";
import { formatDate, formatFactor, formatNumber } from "../../format.ts";
import { money, percent, plain } from "./quantities.ts";

export const sexInWords = { male: "men", female: "women" } as const;

type Finding = (picture: Picture, currency: string) => string;

/** What a picture shows, in a sentence without a full stop. */
const findings: Readonly<Record<Picture["kind"], Finding>> = {
  incidence: (picture) => `All illnesses together: ${ratesAt(picture)} claim in a year`,
  illness: (picture) => `“${picture.about}”: ${ratesAt(picture)} claim in a year${besideTables(picture)}`,
  mortality: (picture) => `${ratesAt(picture)} die in a year${besideTables(picture)}`,
  select: ({ series: [{ points }] }) => {
    const [first, last] = endsOf(points);
    return `Who has just joined claims ${formatFactor(first.y)} as often as the table says, after ${formatNumber(Number(last.x))} years ${formatFactor(last.y)}`;
  },
  delay: ({ series }) =>
    `A claim is approved ${formatNumber(meanX(latest(series)))} settlements after the illness on average`,
  lapse: (picture, currency) => {
    const { share, name, y } = atMiddle(picture, currency, (a, b) => b - a);
    return `At a share of ${share} a year ${percent(y)} of “${name}” lapse in a year`;
  },
  joins: (picture, currency) => {
    const { share, name, y } = atMiddle(picture, currency, (a, b) => a - b);
    return `At a share of ${share} a year ${percent(y)} of the “${name}” who would join still do`;
  },
  benefit: ({ series }, currency) => `A claim is paid up to ${money(currency)(mostOf(series).y)}`,
  ages: ({ series }) => `Who joins is ${formatNumber(meanX(latest(series)))} years old on average`,
  target: ({ series }) =>
    `Membership is given: at most ${plain(mostOf(series).y)}, on ${dayOf(mostOf(series))}`,
  inflow: ({ series }) => `At most ${plain(mostOf(series).y)} a year join, about ${dayOf(mostOf(series))}`,
  fee: ({ series: [{ points }] }) => {
    const [first, last] = endsOf(points);
    return `The fee goes from ${percent(first.y)} of the aid to ${percent(last.y)}`;
  },
  caps: () => "What a member pays at most changes",
};

export function findingOf(picture: Picture, currency: string): string {
  return findings[picture.kind](picture, currency);
}

/** Those of the last stage. */
function latest(series: readonly Series[]): Series[] {
  const last = series.reduce<string | null>((day, { from }) => from ?? day, null);
  return series.filter(({ from }) => from === last);
}

/** "0.1 % of men and 0.15 % of women at 40": at 40, or at the age next to it. */
function ratesAt({ series }: Picture): string {
  const told = latest(series).filter(({ points }) => points.length > 0);
  if (told.length === 0) return "none";
  const [first, last] = endsOf(told[0].points);
  const age = Math.min(Math.max(40, Number(first.x)), Number(last.x));
  const rates = told.map(({ sex, points }) => {
    const rate = points.find(({ x }) => x === age)?.y ?? 0;
    return `${formatNumber(100 * rate, 2)} % of ${sex === null ? "members" : sexInWords[sex]}`;
  });
  return `${rates.join(" and ")} at ${age}`;
}

/** How far above, or below, the highest of the tables beside it the last stage comes. */
function besideTables({ series }: Picture): string {
  const tables = series.filter(({ from }) => from === null);
  const ratios = latest(series).flatMap(({ sex, points }) => {
    const alike = tables.filter((of) => sex === null || of.sex === null || of.sex === sex);
    return points.flatMap(({ x, y }) => {
      const rates = alike.map((of) => of.points.find((point) => point.x === x)?.y ?? 0);
      const most = Math.max(0, ...rates);
      return most > 0 ? [y / most] : [];
    });
  });
  if (ratios.length === 0) return "";
  return `, at most ${Math.max(...ratios).toFixed(2)} times the highest table beside it`;
}

/** The class that comes first in an order, at the share in the middle of the picture. */
function atMiddle({ series }: Picture, currency: string, order: (a: number, b: number) => number) {
  const told = latest(series).map(({ name, points }) => ({ name, ...points[Math.floor(points.length / 2)] }));
  const [{ name, x, y }] = told.sort((a, b) => order(a.y, b.y));
  return { share: money(currency)(Number(x)), name, y };
}

function endsOf(points: readonly Point[]): [Point, Point] {
  return [points[0], points[points.length - 1]];
}

/** The mean of what lies along the bottom, weighted by what stands upright. */
function meanX(series: readonly Series[]): number {
  const points = series.flatMap((one) => one.points);
  const all = points.reduce((sum, { y }) => sum + y, 0);
  return points.reduce((sum, { x, y }) => sum + Number(x) * y, 0) / (all || 1);
}

function mostOf(series: readonly Series[]): Point {
  return series.flatMap(({ points }) => points).reduce((most, point) => (point.y > most.y ? point : most));
}

function dayOf({ x }: Point): string {
  return formatDate(String(x));
}
