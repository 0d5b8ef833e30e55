/** What a figure's name says, as a scenario's history writes it. */
export interface FigureParts {
  /** One pool of several; null: the whole plan. */
  readonly pool: string | null;
  /** Without the pool: `years.share`. */
  readonly name: string;
  readonly ofYear: boolean;
  readonly metric: string;
}

/** `figureParts("years.share[pool=elderly]")` is { pool: "elderly", name: "years.share", ofYear: true, metric: "share" }. */
export function figureParts(figure: string): FigureParts {
  const [, before, pool] = /^(.*)\[pool=(.*)\]$/s.exec(figure) ?? [];
  const name = before ?? figure;
  const ofYear = name.startsWith("years.");
  return { pool: pool ?? null, name, ofYear, metric: ofYear ? name.slice("years.".length) : name };
}
