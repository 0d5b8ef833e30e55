import { tableAges } from "../../plan/cohorts.ts";
import { daysPerYear } from "../../scenario/day.ts";
import { childPath } from "../../scenario/located.ts";
import type { Illness, Quantity } from "../../scenario/scenario.ts";
import type { Warning } from "../explanation.ts";
import { agesOf, incidenceOf } from "../incidence.ts";
import { meanOfQuantity } from "../meanOfQuantity.ts";
import { plausible } from "../plausible.ts";
import { countedBy, type Reference } from "../references.ts";
import { yearsOf } from "../subject.ts";
import { quantityAt, writtenAt } from "../written.ts";
import { type Judged, warn } from "./finding.ts";

/** Incidence, waiting, select factor and trend. */
export function coverWarnings(judged: Judged, references: readonly Reference[]): Warning[] {
  const illnesses = judged.subject.stage.cover?.illnesses ?? [];
  return [
    ...illnesses.flatMap((illness) => incidenceWarning(judged, illness, references)),
    ...waitingWarnings(judged),
    ...selectWarnings(judged),
    ...trendWarning(judged),
  ];
}

/** The age at which an illness is furthest above all tables of its kind. */
function incidenceWarning(
  { subject, places }: Judged,
  { name, incidence }: Illness,
  references: readonly Reference[],
): Warning[] {
  const counted = countedBy(name, incidence.name);
  const tables = references.filter(({ counts }) => counts === counted);
  const rates = incidenceOf(subject, name);
  const { from, to } = agesOf(subject);
  let worst: { age: number; sex: "male" | "female"; found: number; limit: number } | null = null;
  for (const [s, sex] of (["male", "female"] as const).entries()) {
    for (let age = from; age <= to; age++) {
      const i = s * tableAges + age;
      const limit = plausible.incidenceTimesTables * Math.max(0, ...tables.map((table) => table.rates[i]));
      if (limit === 0 || rates[i] <= Math.max(limit, plausible.leastIncidence)) continue;
      if (worst === null || rates[i] / limit > worst.found / worst.limit)
        worst = { age, sex, found: rates[i], limit };
    }
  }
  const key = `${childPath("cover.illnesses", name)}.incidence`;
  return worst === null
    ? []
    : [warn(subject, writtenAt(places, subject, key), { kind: "incidence", about: name, ...worst })];
}

function waitingWarnings({ subject, places }: Judged): Warning[] {
  const { cover } = subject.stage;
  if (cover === null) return [];
  const limit = Math.round(yearsOf(subject) * daysPerYear);
  const tooLong = (waiting: Quantity, key: string, about: string): Warning[] => {
    const found = meanOfQuantity(waiting);
    const where = quantityAt(places, subject, waiting, key);
    return found < limit ? [] : [warn(subject, where, { kind: "waiting", about, found, limit })];
  };
  const own = cover.illnesses.flatMap(({ name, waitingDays }) =>
    waitingDays === null ? [] : tooLong(waitingDays, `${childPath("cover.illnesses", name)}.waiting`, name),
  );
  const none = cover.waitingDays === 0 && cover.illnesses.some(({ waitingDays }) => !waitingDays);
  return [
    ...tooLong(cover.waitingDays, "cover.waiting", ""),
    ...own,
    ...(none
      ? [
          warn(subject, writtenAt(places, subject, "cover.waiting"), {
            kind: "noWaiting",
            found: 0,
            limit: 0,
          }),
        ]
      : []),
  ];
}

function selectWarnings({ subject, places }: Judged): Warning[] {
  const select = subject.stage.cover?.select ?? { kind: "none" };
  if (select.kind === "none") return [];
  const factors = select.kind === "years" ? select.factors : [select.start];
  const key = select.kind === "years" ? "cover.select.years" : "cover.select.start";
  const means = factors.map(meanOfQuantity);
  const i = means.findIndex(
    (factor, year) => factor > plausible.selectFactor || factor < (means[year - 1] ?? 0),
  );
  if (i < 0) return [];
  const isFalling = means[i] <= plausible.selectFactor;
  const limit = isFalling ? means[i - 1] : plausible.selectFactor;
  const about = isFalling ? "falling" : "above";
  return [
    warn(subject, quantityAt(places, subject, factors[i], key), {
      kind: "select",
      about,
      found: means[i],
      limit,
    }),
  ];
}

function trendWarning({ subject, places }: Judged): Warning[] {
  const { cover } = subject.stage;
  return (["trend", "inflation"] as const).flatMap((about) => {
    const growth = cover?.[about] ?? 0;
    const found = meanOfQuantity(growth);
    if (found <= plausible.trend) return [];
    const where = quantityAt(places, subject, growth, `cover.${about}`);
    return [warn(subject, where, { kind: "trend", about, found, limit: plausible.trend })];
  });
}
