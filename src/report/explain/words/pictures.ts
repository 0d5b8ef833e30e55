import type { Picture, Series } from "../../../explain/explanation.ts";
import { formatDate } from "../../format.ts";
import { findingOf } from "./pictureFindings.ts";

/** What is said about a picture, and how its axes are written. */
export interface PictureWords {
  /** A finding without a full stop. */
  readonly title: string;
  readonly caption: string;
  readonly xTitle: string;
  readonly yTitle: string;
  /** The table's first column. */
  readonly xHead: string;
  /** Whether numbers are parts and rates, written in per cent. */
  readonly isPart: boolean;
}

/** The same of a kind of picture; its finding is `findingOf`. */
interface Kind extends Omit<PictureWords, "title" | "yTitle"> {
  readonly yTitle: (currency: string) => string;
}

const bySex = " Solid: men; dashed: women.";
const byAge = { xTitle: "age, years", xHead: "Age", isPart: true };
const byShare = { xHead: "Share a year", isPart: true };
const byDay = { xTitle: "", xHead: "Settled" };

const kinds: Readonly<Record<Picture["kind"], Kind>> = {
  incidence: {
    ...byAge,
    caption: `Claims per member and year as they will be used: table times levels, at the means of uncertain numbers, before class, time since joining, trend and shocks.`,
    yTitle: () => "claims a year",
  },
  illness: {
    ...byAge,
    caption:
      "Claims per member and year as they will be used, beside tables of the same kind where fentan comes with any.",
    yTitle: () => "claims a year",
  },
  mortality: {
    ...byAge,
    caption: `Probability of death in a year, beside other life tables.`,
    yTitle: () => "deaths a year",
  },
  select: {
    caption:
      "Incidence by time since joining, relative to the table; the band holds nine of ten draws where it is uncertain.",
    xTitle: "years since joining",
    xHead: "Years",
    yTitle: () => "times the table",
    isPart: false,
  },
  delay: {
    caption:
      "Probability of being approved so many settlements after the illness, at the means of uncertain numbers.",
    xTitle: "settlements after the illness",
    xHead: "Settlements",
    yTitle: () => "part of the claims",
    isPart: true,
  },
  lapse: {
    ...byShare,
    caption:
      "Part of a class that leaves in a year, by the share of a year that it was lately asked for; at the means of uncertain numbers, without events.",
    xTitle: "share a year",
    yTitle: () => "lapse a year",
  },
  joins: {
    ...byShare,
    caption:
      "What is left of a class’s inflow, by the share of a year that was lately asked for; at the means of uncertain numbers.",
    xTitle: "share a year",
    yTitle: () => "part of the inflow",
  },
  benefit: {
    ...byAge,
    caption: "Mean aid for a claim by age, at the prices of the scenario.",
    yTitle: (currency) => currency,
    isPart: false,
  },
  ages: {
    ...byAge,
    caption: `Parts of all joiners by single year of age.`,
    yTitle: () => "part of the joiners",
  },
  target: {
    ...byDay,
    caption: "As many join as are missing to it at each settlement.",
    yTitle: () => "members",
    isPart: false,
  },
  inflow: {
    ...byDay,
    caption: "Joiners per year at the means of uncertain numbers, if no share keeps anybody away.",
    yTitle: () => "joiners a year",
    isPart: false,
  },
  fee: {
    ...byDay,
    caption: "The operator’s fee as a part of the aid, by the rules in force at each settlement.",
    yTitle: () => "part of the aid",
    isPart: true,
  },
  caps: {
    ...byDay,
    caption: "Caps by the rules in force at each settlement; no line where there is none.",
    yTitle: (currency) => currency,
    isPart: false,
  },
};

export function pictureInWords(picture: Picture, currency: string): PictureWords {
  const { yTitle, xTitle, ...kind } = kinds[picture.kind];
  const unit = picture.kind === "lapse" || picture.kind === "joins" ? `${xTitle}, ${currency}` : xTitle;
  const caption = kind.caption + (picture.series.some(({ sex }) => sex === "female") ? bySex : "");
  return { ...kind, caption, xTitle: unit, title: findingOf(picture, currency), yTitle: yTitle(currency) };
}

const names: Readonly<Record<string, string>> = {
  target: "given membership",
  scheduled: "as scheduled",
  bass: "by word of mouth",
  perCase: "cap per case",
  perPeriod: "cap per period",
  perYear: "cap per calendar year",
};

/** How a line is called: by its own name, and by the day from which it holds where there are several. */
export function seriesInWords({ name, from }: Series, { kind, series }: Picture): string {
  const own = kind === "lapse" || kind === "joins" || kind === "benefit" ? name : (names[name] ?? name);
  const isDated = from !== null && new Set(series.flatMap((one) => one.from ?? [])).size > 1;
  const what = own === "" ? "as assumed" : own;
  return isDated ? `${what} from ${formatDate(from)}` : what;
}
