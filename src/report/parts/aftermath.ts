import type { ColumnSource } from "../../plan/columns.ts";
import { columnFigure } from "../../statistics/columnFigure.ts";
import type { Figure } from "../../statistics/figure.ts";
import type { Aftermath } from "../report.ts";
import { keep } from "./estimate.ts";
import { reportFigure } from "./reportFigure.ts";
import type { Subject } from "./subject.ts";

/** With what it ended and what came after, over the replications that ended; null where none did. */
export function makeAftermath(subject: Subject): Aftermath | null {
  const { endings } = subject.series;
  const ended = (replication: number) => endings[replication] !== 0;
  const replications = endings.reduce((count, ending) => count + (ending === 0 ? 0 : 1), 0);
  if (replications === 0) return null;
  const orNull = (of: ColumnSource) => figureWhere(subject, of, ended);
  const figure = (of: ColumnSource) => orNull(of) ?? subject.lookup.figure(of);
  return {
    replications,
    members: figure({ kind: "atEnding", metric: "members" }),
    deposits: orNull({ kind: "atEnding", metric: "deposits" }),
    cost: figure({ kind: "runOff", metric: "cost" }),
    cases: figure({ kind: "runOff", metric: "cases" }),
    subsidy: figure({ kind: "runOff", metric: "subsidy" }),
    refunds: figure({ kind: "runOff", metric: "refunds" }),
    depositsReturned: orNull({ kind: "runOff", metric: "depositsReturned" }),
    depositsLost: orNull({ kind: "runOff", metric: "depositsLost" }),
    paidPart: makePaidPart(subject),
  };
}

/** Where aid was owed after the end; null: nowhere. */
function makePaidPart(subject: Subject): Figure | null {
  const cases = subject.lookup.find({ kind: "runOff", metric: "cases" })?.values;
  return figureWhere(
    subject,
    { kind: "runOff", metric: "paidPart" },
    (replication) => subject.series.endings[replication] !== 0 && (cases?.[replication] ?? 0) > 0,
  );
}

/** A column's figure over some of the replications; null where there is no column, or no such replication. */
function figureWhere(
  { inputs, lookup }: Subject,
  of: ColumnSource,
  isMeant: (replication: number) => boolean,
): Figure | null {
  const values = lookup.find(of)?.values;
  if (!values) return null;
  const kept = keep(inputs.results, (replication) => (isMeant(replication) ? values[replication] : null));
  return reportFigure(columnFigure(kept.values, kept.sampling));
}
