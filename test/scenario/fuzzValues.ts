import fc from "fast-check";

/** Words, numbers and signs that mean something in a scenario, put where they do not belong. */
export const oddWords = fc.constantFrom(
  ..."none null ~ [] {} - -1 1e400 .nan .inf 1_000 1,000 '' \" ' & * &a *a <<: | > %  : , ] } #".split(" "),
  ..."0 1 -5 % 500% 2019-02-29 9999-12-31 0000-01-01 true text 30万 1\u0000 \u{1F600} __proto__ constructor".split(
    " ",
  ),
  ..."normal gamma discrete perClaim bills conditionalMean elderly expectedAid file changes extends x.csv 99999999999999999999 !!set !x".split(
    " ",
  ),
  "{ normal: [0, 1] }",
  "{ uniform: [1, 0] }",
  "{ discrete: {} }",
  "{ file: [1] }",
  "0-200",
  "5-1",
  "\n",
  "\t",
  "  ",
);

/** Numbers at the ends of what can be written, and where formulas divide or take logarithms. */
export const oddNumbers = fc.oneof(
  fc.constantFrom(
    ..."0 -0 1 -1 2 3 0.5 1e-9 1e-300 5e-324 1e9 1e12 1e18 1e-18 1e300 1.7976931348623157e308 9007199254740993 4294967296".split(
      " ",
    ),
    ..."0.1 0.999999999999 1.000000001 2147483647 50 100 120 1000000 0x10 0o17 1e5 +3 .5 5. 007".split(" "),
  ),
  fc.integer({ min: -5, max: 200 }).map(String),
  fc.double({ min: 0, max: 2, noNaN: true }).map(String),
);

/** Values with units, and distributions that reach as far as they can. */
export const oddQuantities = fc.oneof(
  fc
    .tuple(oddNumbers, fc.constantFrom("%", "% per year", "days", "months", "years", "thousand", "bn", "万"))
    .map((parts) => parts.join(" ")),
  fc
    .tuple(oddNumbers, oddNumbers, oddNumbers)
    .chain(([a, b, c]) =>
      fc.constantFrom(
        `{ normal: [${a}, ${b}] }`,
        `{ uniform: [${a}, ${b}] }`,
        `{ triangular: [${a}, ${b}, ${c}] }`,
        `{ lognormal: { median: ${a}, sigma: ${b} } }`,
        `{ lognormal: { mean: ${a}, sd: ${b} } }`,
        `{ gamma: { mean: ${a}, sd: ${b} } }`,
        `{ gamma: { shape: ${a}, scale: ${b} } }`,
        `{ beta: { alpha: ${a}, beta: ${b} } }`,
        `{ beta: { mean: ${a}, sd: ${b} } }`,
        `{ discrete: { ${a}: 0.5, ${b}: 0.5 } }`,
        `{ normal: [${a}, ${b}], min: ${c} }`,
        `{ gamma: { mean: ${a}, sd: ${b} }, max: ${c} }`,
        `{ perClaim: { gamma: { mean: ${a}, sd: ${b} } } }`,
        `{ perClaim: { uniform: [${a}, ${b}] } }`,
        `[${a}, ${b}, ${c}]`,
        `{ poisson: ${a} }`,
        `{ negativeBinomial: { mean: ${a}, shape: ${b} } }`,
      ),
    ),
);

/** What may be put in the place of a value. */
export const oddValues = fc.oneof(
  { arbitrary: oddWords, weight: 2 },
  { arbitrary: fc.json({ maxDepth: 2 }), weight: 1 },
  { arbitrary: oddNumbers, weight: 2 },
  { arbitrary: oddQuantities, weight: 3 },
);
