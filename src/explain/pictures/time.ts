import type { Param } from "../../plan/plan.ts";
import { daysPerYear, isoDate } from "../../scenario/day.ts";
import type { Picture, Point, Series } from "../explanation.ts";
import type { Subject } from "../subject.ts";

/** What the scenario gives by the calendar: membership to be reached, joiners, and fee and caps where they change. */
export function timePictures(subjects: readonly Subject[]): Picture[] {
  const [first] = subjects;
  const pictures: Picture[] = [
    { kind: "target", about: "", series: targetOf(first) },
    { kind: "inflow", about: "", series: [...scheduled(first), ...wordOfMouth(first)] },
    { kind: "fee", about: "", series: changing(subjects, "", ({ rules }) => rules.sharing.fee) },
    {
      kind: "caps",
      about: "",
      series: [
        ...changing(subjects, "perCase", ({ rules }) => rules.sharing.capPerCase),
        ...changing(subjects, "perPeriod", ({ rules }) => rules.sharing.capPerPeriod),
        ...changing(subjects, "perYear", ({ rules }) => rules.sharing.capPerYear),
      ],
    },
  ];
  return pictures.filter(({ series }) => series.length > 0);
}

function withoutStage(name: string, points: readonly Point[]): Series[] {
  return points.length === 0 ? [] : [{ name, sex: null, from: null, points }];
}

function targetOf({ plan: { joining, periods } }: Subject): Series[] {
  const points = periods.flatMap(({ date }, t) =>
    joining.target[t] < 0 ? [] : [{ x: isoDate(date), y: joining.target[t] }],
  );
  return withoutStage("target", points);
}

/** Joiners per year as scheduled, at each settlement. */
function scheduled({ plan: { joining, periods }, mean }: Subject): Series[] {
  if (joining.scheduled.length === 0) return [];
  const points = periods.flatMap(({ from, date, beyond }, t) => {
    const joiners = joining.scheduled.reduce((sum, { perYear, years }) => sum + mean(perYear) * years[t], 0);
    return beyond ? [] : [{ x: isoDate(date), y: (joiners * daysPerYear) / (date - from + 1) }];
  });
  return withoutStage("scheduled", points);
}

/** Joiners per year by the Bass curve, if no share keeps anybody away. */
function wordOfMouth({ plan: { joining, periods, periodsPerYear }, mean }: Subject): Series[] {
  if (joining.bass === null) return [];
  const potential = mean(joining.bass.potential);
  const [innovation, imitation] = [mean(joining.bass.innovation), mean(joining.bass.imitation)];
  let joined = mean(joining.initial);
  const points = periods.flatMap(({ date, beyond }) => {
    if (beyond) return [];
    const left = Math.max(0, potential - joined);
    const perYear = potential > 0 ? (innovation + (imitation * joined) / potential) * left : 0;
    joined += Math.min(left, perYear / periodsPerYear);
    return [{ x: isoDate(date), y: perYear }];
  });
  return withoutStage("bass", points);
}

/** A number of the rules through time where it changes, as steps; nothing while there is no limit. */
function changing(subjects: readonly Subject[], name: string, of: (subject: Subject) => Param): Series[] {
  const [{ plan, mean }] = subjects;
  const values = subjects.map((subject) => mean(of(subject)));
  if (new Set(values).size < 2) return [];
  const points = plan.periods.flatMap(({ date, stage, beyond }) =>
    beyond || !Number.isFinite(values[stage]) ? [] : [{ x: isoDate(date), y: values[stage] }],
  );
  return withoutStage(name, points);
}
