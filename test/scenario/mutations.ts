/** A way to break a valid scenario in one line, and the mistakes that must be told about it. */
export interface Mutation {
  readonly title: string;
  /** Mutations of one group may hide each other's mistakes: no more than one of each is applied at a time. */
  readonly group: string;
  readonly base: "mutual.yaml" | "group.yaml" | "capped.yaml";
  /** The file that is changed; default: the base. */
  readonly file?: string;
  /** Text within the line that is changed; it occurs once. */
  readonly find: string;
  readonly replace: string;
  /** Paths of the mistakes told, on the changed line if `lines` does not say otherwise. */
  readonly paths: readonly string[];
  /** Lines of the mistakes, where they are not the changed line; all in the base. */
  readonly lines?: readonly number[];
  /** The text is no YAML any more: told about at the changed line or after, in the parser's words. */
  readonly isBroken?: boolean;
  /** Part of the message, where it matters. */
  readonly says?: string;
  /** May it be combined with others? Default: yes. */
  readonly alone?: boolean;
}

type Short = readonly [
  group: string,
  find: string,
  replace: string,
  path: string | readonly string[],
  says?: string,
];

const inMutual: readonly Short[] = [
  // head
  ["title", "title: A large open plan", "title: [1, 2]", "title", "a list"],
  ["title", "title: A large open plan", 'title: ""', "title", "empty text"],
  ["purpose", "purpose: Everything", "purpos: Everything", "purpos", 'did you mean "purpose"'],
  ["replications", "replications: 2000", "replications: 2_000", "replications", "write 2000"],
  ["replications", "replications: 2000", "replications: 0", "replications"],
  ["replications", "replications: 2000", "replications: 2.5", "replications"],
  ["replications", "replications: 2000", "replications: 2 billion", "replications"],
  ["replications", "replications: 2000", "replications: .nan", "replications"],
  ["engine", "engine: auto", "engine: exakt", "engine", 'did you mean "exact"'],
  ["engine", "engine: auto", "engines: auto", "engines", 'did you mean "engine"'],
  ["seed", "seed: some phrase", "seed: [a]", "seed"],
  ["ask", "ask: [", "ask: [1, ", "ask[0]"],
  // calendar
  ["calendar", "  from: 2018-10-16", "  from: 2018-02-30", "calendar.from", "a date that exists"],
  ["calendar", "  from: 2018-10-16", "  from: 16 October 2018", "calendar.from"],
  ["calendar", "  to: 2022-01-28", "  to: 2018-10-16", "calendar.to", "a day after 2018-10-16"],
  [
    "calendar",
    "daysOfMonth: [14, 28]",
    "daysOfMonth: [14, 32]",
    "calendar.settle.daysOfMonth[1]",
    "from 1 to 31",
  ],
  ["calendar", "daysOfMonth: [14, 28]", "daysOfMonth: [14, 14]", "calendar.settle.daysOfMonth[1]"],
  [
    "calendar",
    "daysOfMonth: [14, 28]",
    "daysOfMonht: [14, 28]",
    "calendar.settle.daysOfMonht",
    "daysOfMonth",
  ],
  [
    "calendar",
    "settle: { daysOfMonth: [14, 28] }",
    "settle: { every: 2 fortnights }",
    "calendar.settle.every",
  ],
  ["calendar", "settle: { daysOfMonth: [14, 28] }", "settle: monthly", "calendar.settle"],
  [
    "calendar",
    "settle: { daysOfMonth: [14, 28] }",
    "settle: { daysOfMonth: [1], every: 1 day }",
    "calendar.settle.every",
  ],
  // members
  ["members.ages", "ages: { from: 30 days, to: 59 }", "ages: { from: 60, to: 59 }", "members.ages"],
  ["members.ages", "ages: { from: 30 days, to: 59 }", "ages: { from: 30 days, to: old }", "members.ages.to"],
  ["members.ages", "leaveAt: 60", "leaveAt: -1", "members.leaveAt"],
  ["members.mix", "portion: 12 %, male", "portion: 13 %, male", "members.mix"],
  ["members.mix", "{ ages: 10-39, portion: 58 % }", "{ ages: 39-10, portion: 58 % }", "members.mix[1].ages"],
  [
    "members.mix",
    "{ ages: 10-39, portion: 58 % }",
    "{ ages: 10-39, portion: 158 % }",
    "members.mix[1].portion",
  ],
  [
    "members.mix",
    "{ ages: 10-39, portion: 58 % }",
    "{ ages: 10-39, part: 58 % }",
    ["members.mix[1].part", "members.mix[1].portion"],
  ],
  ["members.mix", "{ ages: 10-39, portion: 58 % }", "young people", "members.mix[1]"],
  ["members.mix", "male: 0.49", "male: 49", "members.mix[2].male", "a portion from 0 to 1"],
  [
    "members.classes",
    "relativeRisk: 0.7",
    "relativerisk: 0.7",
    "members.classes.careful.relativerisk",
    "relativeRisk",
  ],
  ["members.classes", "relativeRisk: 0.7", "relativeRisk: -0.7", "members.classes.careful.relativeRisk"],
  [
    "members.classes",
    "relativeRisk: 0.7",
    "relativeRisk: { normal: [1, 0.5] }",
    "members.classes.careful.relativeRisk",
    "add min: 0",
  ],
  [
    "members.classes",
    "relativeRisk: 0.7",
    "relativeRisk: { normal: [1] }",
    "members.classes.careful.relativeRisk.normal",
  ],
  [
    "members.classes",
    "relativeRisk: 0.7",
    "relativeRisk: { gauss: [1, 2] }",
    "members.classes.careful.relativeRisk",
  ],
  [
    "members.classes",
    "relativeRisk: 0.7",
    "relativeRisk: { uniform: [2, 1] }",
    "members.classes.careful.relativeRisk.uniform",
  ],
  [
    "members.classes",
    "relativeRisk: 0.7",
    "relativeRisk: { discrete: { 1: 50 %, 2: 60 % } }",
    "members.classes.careful.relativeRisk.discrete",
    "sum to 1.1",
  ],
  ["members.classes", "lapse: 3 % per year", "lapse: 3 % per month", "members.classes.careful.lapse"],
  ["members.classes", "lapse: 3 % per year", "lapse: 300 %", "members.classes.careful.lapse"],
  [
    "members.classes",
    "elasticity: 1, lookBack: 6",
    "elasticity: 1, lookBack: 0",
    "members.classes.careful.reaction.power.lookBack",
  ],
  [
    "members.classes",
    "elasticity: 1, lookBack: 6",
    "elasticty: 1",
    ["members.classes.careful.reaction.power.elasticity", "members.classes.careful.reaction.power.elasticty"],
  ],
  [
    "members.classes",
    "power: { reference: 30",
    "power: { reference: expectedaid",
    "members.classes.careful.reaction.power.reference",
  ],
  [
    "members.classes",
    "reaction: { power:",
    "reaction: { threshold: { willingness: 1 }, power:",
    "members.classes.careful.reaction.threshold",
    "exactly one of",
  ],
  ["members.classes", "ill: { portion: 40 %,", "ill: { portion: forty,", "members.classes.ill.portion"],
  // joining
  ["joining.initial", "initial: 50 thousand", "initial: 50,000", "joining.initial", "write 50000"],
  ["joining.initial", "initial: 50 thousand", "initial: -5", "joining.initial"],
  [
    "joining.initial",
    "initial: 50 thousand",
    "inital: 50 thousand",
    "joining.inital",
    'did you mean "initial"',
  ],
  [
    "joining.schedule",
    "from: 2019-01-01, to: 2019-12-31, perYear",
    "from: 2019-01-01, to: 2018-12-31, perYear",
    "joining.schedule[0].to",
  ],
  ["joining.schedule", "perYear: 1 million", "perYear: many", "joining.schedule[0].perYear"],
  [
    "joining.target",
    "{ date: 2020-01-28, members: 1 亿 }",
    "{ date: 2019-01-28, members: 1 亿 }",
    "joining.target[1].date",
  ],
  [
    "joining.target",
    "{ date: 2020-01-28, members: 1 亿 }",
    "{ date: 2020-01-28, members: lots }",
    "joining.target[1].members",
  ],
  [
    "joining.bass",
    "innovation: 0.03",
    "inovation: 0.03",
    ["joining.bass.innovation", "joining.bass.inovation"],
  ],
  // cover
  ["cover.waiting", "  waiting: 90 days", "  waiting: 90", "cover.waiting", "write 90 days"],
  ["cover.waiting", "  waiting: 90 days", "  waiting: ninety days", "cover.waiting"],
  [
    "cover.level",
    "level: { normal: [0.5, 0.05] }",
    "level: { normal: [0.5, -0.05] }",
    "cover.level.normal[1]",
  ],
  [
    "cover.level",
    "level: { normal: [0.5, 0.05] }",
    "level: { normal: [0.5, 0.05], uniform: [0, 1] }",
    "cover.level",
  ],
  [
    "cover.level",
    "level: { normal: [0.5, 0.05] }",
    "level: { normal: [0.5, 0.05], minimum: 0 }",
    "cover.level.minimum",
    'did you mean "min"',
  ],
  [
    "cover.level",
    "level: { normal: [0.5, 0.05] }",
    "levle: { normal: [0.5, 0.05] }",
    "cover.levle",
    'did you mean "level"',
  ],
  [
    "cover.select",
    "start: 0.15, timeConstant: 2.5 years",
    "start: 0.15",
    "cover.select",
    "start and timeConstant together",
  ],
  ["cover.select", "timeConstant: 2.5 years", "timeConstant: 0 years", "cover.select.timeConstant"],
  ["cover.trend", "trend: 1 % per year", "trend: -2", "cover.trend"],
  [
    "cover.mortality",
    "mortality: tables/mortality.csv",
    "mortality: tables/mortalty.csv",
    "cover.mortality",
    "cannot be read",
  ],
  [
    "cover.severe",
    "amount: 300 thousand yuan",
    "amount: 300 thousand dollars",
    "cover.illnesses.severe.benefits[0].amount",
    "amounts are in yuan",
  ],
  [
    "cover.severe",
    "amount: 300 thousand yuan",
    "amount: 300 thousend",
    "cover.illnesses.severe.benefits[0].amount",
  ],
  [
    "cover.mild",
    "times: tables/ratio.csv",
    "times: { file: nowhere.csv }",
    "cover.illnesses.mild.times.file",
  ],
  [
    "cover.mild",
    "endsMembership: false",
    "endsMembership: maybe",
    "cover.illnesses.mild.endsMembership",
    "true or false",
  ],
  [
    "cover.mild",
    "benefit: { perClaim: { uniform: [10 thousand, 50 thousand] } }",
    "benefit: { perClaim: { uniform: [-10 thousand, 50 thousand] } }",
    "cover.illnesses.mild.benefit.perClaim",
  ],
  [
    "cover.mild",
    "benefit: { perClaim: { uniform: [10 thousand, 50 thousand] } }",
    "benefit: { perClaim: 5 }",
    "cover.illnesses.mild.benefit.perClaim",
  ],
  // claims
  ["claims.delay", "mean: 75 days, sd: 50 days", "mean: 75 days", "claims.delay.gamma.sd"],
  [
    "claims.delay",
    "mean: 75 days, sd: 50 days",
    "mean: 75, sd: 50 days",
    "claims.delay.gamma.mean",
    "write 75 days",
  ],
  [
    "claims.delay",
    "delay: { gamma: { mean: 75 days, sd: 50 days } }",
    "delay: { periods: [0.5, 0.6] }",
    "claims.delay.periods",
    "sum to 1.1",
  ],
  [
    "claims.denied",
    "denied: { uniform: [5 %, 15 %] }",
    "denied: { uniform: [5 %, 115 %] }",
    "claims.denied",
    "reaches from 0.05 to 1.15",
  ],
  [
    "claims.denied",
    "denied: { uniform: [5 %, 15 %] }",
    "denied: { uniform: [5 %, 15 %], min: 20 % }",
    "claims.denied",
  ],
  // sharing
  ["sharing", "excess: operator", "exces: operator", "sharing.exces", 'did you mean "excess"'],
  ["sharing", "excess: operator", "excess: operater", "sharing.excess", 'did you mean "operator"'],
  ["sharing", "sharers: members", "sharers: everybody", "sharing.sharers"],
  ["sharing", "fee: 10 %", "fee: eight", "sharing.fee"],
  ["sharing", "roundUpTo: 0.01", "roundUpTo: -0.01", "sharing.roundUpTo"],
  ["sharing", "perYear: 188", "perYear: 188 dollars", "sharing.caps.perYear"],
  ["sharing", "until: 2019-01-31", "until: never", "sharing.exempt.until"],
  // collection, ending, shocks
  [
    "collection",
    "unpaid: nextPeriod",
    "unpaid: nextperiod",
    "collection.unpaid",
    'did you mean "nextPeriod"',
  ],
  ["collection", "failing: 0.1 %", "failing: 1 yuan", "collection.failing"],
  ["collection", "grace: 14 days, unpaid", "grace: 14 dyas, unpaid", "collection.grace"],
  [
    "ending.closing",
    "announced: 2021-12-28, on: 2022-01-28",
    "announced: 2022-12-28, on: 2022-01-28",
    "ending.closing.announced",
  ],
  ["ending.hazard", "hazard: 2 % per year", "hazard: 2", "ending.hazard"],
  ["ending.runOff", "paidBy: operator", "paidBy: state", "ending.runOff.paidBy"],
  [
    "ending.minimum",
    "minimumMembers: { members: 3.3 million, grace: 1 year }",
    "minimumMembers: 3.3 million",
    "ending.minimumMembers",
  ],
  [
    "shocks.yearly",
    "lognormal: { sd: 5 %, autocorrelation: 0.3 }",
    "lognormal: { sd: 5 %, autocorrelation: 3 }",
    "shocks.yearly.lognormal.autocorrelation",
  ],
  ["shocks.yearly", "yearly: { lognormal:", "yearly: { normal:", "shocks.yearly.normal"],
  [
    "shocks.events",
    "from: 2020-01-31, to: 2020-04-30",
    "from: 2020-01-31, to: 2020-01-30",
    "shocks.events[0].to",
  ],
  ["shocks.events", "probability: 100 %", "probability: 100", "shocks.events[0].probability"],
  // changes
  [
    "calendar",
    "- { from: 2018-11-27, sharing",
    "- { from: 2018-10-16, sharing",
    "changes[0].from",
    "a day after 2018-10-16",
  ],
  [
    "calendar",
    "- { from: 2018-11-27, sharing",
    "- { from: 2030-11-27, sharing",
    "changes[0].from",
    "in the calendar",
  ],
  [
    "changes",
    "- { from: 2018-11-27, sharing",
    "- { from: 2018-11-27, sharings: {}, sharing",
    "changes[0].sharings",
    'did you mean "sharing"',
  ],
  ["calendar", "- from: 2020-01-01", "- from: 2018-11-01", "changes[1].from", "the change before"],
  [
    "changes",
    "sharing: { caps: { perCase: none } }",
    "sharing: { caps: { perYear: -1 } }",
    "changes[1].sharing.caps.perYear",
  ],
  ["changes", "relativeRisk: 1.6 }", "relativeRisk: high }", "changes[1].members.classes.ill.relativeRisk"],
];

const inGroup: readonly Short[] = [
  ["calendar", "periods: 1,", "periods: 4001,", "calendar.periods"],
  [
    "calendar",
    "periods: 1,",
    "to: 2021-01-01, periods: 1,",
    "calendar.periods",
    "exactly one of to, periods",
  ],
  ["calendar", "periods: 1,", "", "calendar", "exactly one of to, periods"],
  ["calendar", "every: 1 year", "every: 0 years", "calendar.settle.every"],
  ["group", "number: 100,", "number: 0,", "group[0].number"],
  ["group", "number: 100,", "number: 1.5,", "group[0].number"],
  ["group", "number: 200,", "nummer: 200,", ["group[1].number", "group[1].nummer"]],
  ["group", "claimProbability: 5 %", "claimProbability: 500 %", "group[0].claimProbability"],
  ["group", "class: B,", "", "group[1].class"],
  ["ask", "- P(total.cost > 3500)", "- 3500", "ask[0]"],
];

/** What concerns several sections, other files, or the whole text: told about alone. */
const alone: readonly Omit<Mutation, "group" | "alone">[] = [
  {
    title: "a table without the ages of the oldest members",
    base: "mutual.yaml",
    find: "leaveAt: 60",
    replace: "leaveAt: 100",
    paths: [
      "cover.illnesses.severe.incidence",
      "cover.illnesses.mild.incidence",
      "cover.illnesses.mild.times",
      "cover.mortality",
    ],
    says: "all ages a member can have, 0-99",
    lines: [40, 45, 46, 37],
  },
  {
    title: "an age to leave at below the age to join",
    base: "mutual.yaml",
    find: "leaveAt: 60",
    replace: "leaveAt: 40",
    paths: ["members.leaveAt"],
  },
  {
    title: "ages in two bands of joiners",
    base: "mutual.yaml",
    find: "{ ages: 10-39, portion: 58 % }",
    replace: "{ ages: 10-40, portion: 58 % }",
    paths: ["members.mix[2].ages"],
    lines: [18],
  },
  {
    title: "ages in two bands of benefits",
    base: "mutual.yaml",
    find: "- { ages: 0-39, amount",
    replace: "- { ages: 0-45, amount",
    paths: ["cover.illnesses.severe.benefits[1].ages"],
    lines: [43],
  },
  {
    title: "caps that nobody bears",
    base: "capped.yaml",
    find: "excess: aid",
    replace: "sharers: covered",
    paths: ["sharing.caps"],
    lines: [5],
    says: "caps without `excess`",
  },
  {
    title: "a base that does not exist",
    base: "capped.yaml",
    find: "extends: pool.yaml",
    replace: "extends: pol.yaml",
    paths: ["extends"],
    says: "cannot be read",
  },
  {
    title: "a scenario that extends itself",
    base: "capped.yaml",
    find: "extends: pool.yaml",
    replace: "extends: capped.yaml",
    paths: ["extends"],
    says: "a circle",
  },
  {
    title: "a mistake in the base is blamed on the base",
    base: "capped.yaml",
    file: "pool.yaml",
    find: "benefit: 1000",
    replace: "benefit: -1000",
    paths: ["cover.illnesses.any.benefit"],
  },
  {
    title: "a pool nobody can enter",
    base: "capped.yaml",
    file: "pool.yaml",
    find: "joining: { initial: 1000 }",
    replace: "joining: { initial: 0 }",
    paths: ["joining"],
    says: "a plan nobody can enter",
  },
  {
    title: "a waiting period longer than the calendar",
    base: "mutual.yaml",
    find: "  waiting: 90 days",
    replace: "  waiting: 9 years",
    paths: ["cover.waiting"],
    says: "no longer than the calendar",
  },
  {
    title: "a closed group and joining",
    base: "group.yaml",
    find: "ask:",
    replace: "joining: { initial: 5 }\nask:",
    paths: ["joining"],
    says: "joining beside a group",
  },
  {
    title: "a rate that is no number",
    base: "mutual.yaml",
    file: "tables/mortality.csv",
    find: "3,0.000259",
    replace: "3,n/a",
    paths: ["cover.mortality[3].rate"],
    says: "a probability of death",
  },
  {
    title: "a table with an age missing",
    base: "mutual.yaml",
    file: "tables/mortality.csv",
    find: "3,0.000259",
    replace: "2.5,0.000259",
    paths: ["cover.mortality[3].ages"],
  },
  {
    title: "a table with an age twice",
    base: "mutual.yaml",
    file: "tables/mortality.csv",
    find: "3,0.000259",
    replace: "2,0.000259",
    paths: ["cover.mortality[3]"],
    says: "a second rate for age 2",
  },
  {
    title: "a table without ages",
    base: "mutual.yaml",
    file: "tables/mortality.csv",
    find: "age,rate",
    replace: "years,rate",
    paths: ["cover.mortality"],
    says: "the columns age",
  },
  {
    title: "a history without figures",
    base: "mutual.yaml",
    file: "tables/history.csv",
    find: "date,figure,value",
    replace: "date,figur,value",
    paths: ["history"],
    says: 'did you mean "figur"',
  },
  {
    title: "an observation without a date",
    base: "mutual.yaml",
    file: "tables/history.csv",
    find: "2019-06-28,cases",
    replace: "June 2019,cases",
    paths: ["history[1].date"],
  },
  {
    title: "a group in a file with a wrong number",
    base: "group.yaml",
    file: "group.yaml",
    find: "group:",
    replace: "group: tables/group.csv\ngroups:",
    paths: ["groups"],
    lines: [5],
  },
  // YAML itself
  {
    title: "an open quote",
    base: "mutual.yaml",
    find: "title: A large open plan",
    replace: 'title: "A large open plan',
    paths: [],
    isBroken: true,
  },
  {
    title: "an open bracket",
    base: "mutual.yaml",
    find: "daysOfMonth: [14, 28] }",
    replace: "daysOfMonth: [14, 28 }",
    paths: [],
    isBroken: true,
  },
  {
    title: "a tab as indentation",
    base: "mutual.yaml",
    find: "  trend: 1 % per year",
    replace: "\ttrend: 1 % per year",
    paths: [],
    isBroken: true,
  },
  {
    title: "a key twice",
    base: "mutual.yaml",
    find: "  trend: 1 % per year",
    replace: "  level: 1",
    paths: ["cover.level"],
    says: "the key a second time",
  },
  {
    title: "an alias of nothing",
    base: "mutual.yaml",
    find: "  trend: 1 % per year",
    replace: "  trend: *growth",
    paths: ["cover.trend"],
    says: "alias *growth",
  },
  {
    title: "an alias within its own anchor",
    base: "mutual.yaml",
    find: "ask: [",
    replace: "ask: &a [*a, ",
    paths: ["ask[0]"],
    says: "alias *a",
  },
  {
    title: "a merge key",
    base: "mutual.yaml",
    find: "  trend: 1 % per year",
    replace: "  <<: { trend: 0 }",
    paths: ["cover.<<"],
    says: "extends",
  },
  {
    title: "a bomb of aliases",
    base: "mutual.yaml",
    find: "ask: [",
    replace: `${bomb()}\nask: [`,
    paths: ["scenario"],
    lines: [1],
    says: "once aliases are filled in",
  },
  {
    title: "brackets without end",
    base: "mutual.yaml",
    find: "ask: [",
    replace: `ask: ${"[".repeat(5_000)}`,
    paths: ["scenario"],
    lines: [1],
    says: "very deep nesting",
  },
  {
    title: "a list instead of a map",
    base: "capped.yaml",
    find: "extends: pool.yaml",
    replace: "- extends: pool.yaml",
    paths: [],
    isBroken: true,
  },
];

/** Nine lists, each ten times the one before. */
function bomb(): string {
  const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
  const tenTimes = (text: string) => `[${new Array<string>(10).fill(text).join(", ")}]`;
  return names
    .map((name, k) => `${name}: &${name} ${tenTimes(k === 0 ? "x" : `*${names[k - 1]}`)}`)
    .join("\n");
}

/** Every way to break a scenario that these tests know. */
export const mutations: readonly Mutation[] = [
  ...inMutual.map((short) => mutation("mutual.yaml", short)),
  ...inGroup.map((short) => mutation("group.yaml", short)),
  ...alone.map((one) => ({ ...one, group: "alone", alone: true })),
];

function mutation(base: Mutation["base"], [group, find, replace, path, says]: Short): Mutation {
  const paths = typeof path === "string" ? [path] : path;
  const title = `${base}: ${replace === "" ? `without ${find}` : replace}`;
  return { title, group, base, find, replace, paths, ...(says === undefined ? {} : { says }) };
}
