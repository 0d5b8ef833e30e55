import { describe, expect, it } from "vitest";
import { messagesOf, onlyPool, parseText, scenarioOf } from "./parsing.ts";

const messages = (text: string, more: Record<string, string> = {}) =>
  messagesOf(parseText(`extends: pool.yaml\n${text}`, [], more));

describe("a key without a value", () => {
  it.each(["none", "null", "~", ""])("must be a known one, though it says %j", (nothing) => {
    expect(messages(`sharing: { excess: aid, caps: { perPeriod: 10, perYeer: ${nothing} } }`)).toEqual([
      'x.yaml:2:48  sharing.caps.perYeer: found the unknown key "perYeer"; allowed: the keys perCase, perPeriod, perYear (did you mean "perYear")',
    ]);
  });

  it.each([
    ["members: { reaction: none }", "members.reaction"],
    ["members: { classes: { all: { relativRisk: none } } }", 'relativRisk"; .* "relativeRisk"'],
    ["members: { mix: [{ ages: 18-64, portion: 1, mail: none }] }", 'members.mix\\[0\\].mail: .* "male"'],
    ["members: { ages: { from: 18, to: 64, til: none } }", "members.ages.til: found the unknown key"],
    ["members: { mix: [{ ages: { from: 18, too: none, to: 64 }, portion: 1 }] }", 'ages.too: .* "to"'],
    [
      "cover: { illnesses: { any: { benefit: { perClaim: { uniform: [0, 5] }, perClam: none } } } }",
      'benefit.perClam: .* "perClaim"',
    ],
    ["cover: { level: { normal: [1, 0.1], mim: none } }", 'cover.level.mim: .* "min"'],
    ["cover: { level: { gamma: { mean: 1, sd: 1, shap: none } } }", 'cover.level.gamma.shap: .* "shape"'],
    [
      "cover: { illnesses: { any: { incidence: [{ ages: 0-120, rate: 1 %, sec: none }] } } }",
      'any.incidence\\[0\\].sec: .* "sex"',
    ],
    ["claims: { delay: { periods: [1], gama: none } }", 'claims.delay.gama: .* "gamma"'],
    ["joining: { schedule: [{ perYear: 5, too: none }] }", 'joining.schedule\\[0\\].too: .* "to"'],
    ["shocks: { event: none }", 'shocks.event: .* "events"'],
    ["tittle: none", 'tittle: .* "title"'],
    [
      "changes: [{ from: 2020-03-01, sharing: { caps: { perYeer: none } } }]",
      'changes\\[0\\].sharing.caps.perYeer: .* "perYear"',
    ],
    ["changes: [{ from: 2020-03-01, sharng: none }]", 'changes\\[0\\].sharng: .* "sharing"'],
  ])("is told where it is unknown: %s", (text, part) => {
    const told = messages(text);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(new RegExp(part));
  });

  it("is as if it were left out where it is known", () => {
    const text = [
      "sharing: { fee: none, caps: { perCase: none }, exempt: none }",
      "claims: { delay: none, denied: null }",
      "cover: { level: { normal: [1, 0.1], min: none, max: 2 }, mortality: none }",
      "joining: { schedule: [{ perYear: 5, to: none }], target: none, bass: ~ }",
    ].join("\n");
    expect(messages(text)).toEqual([]);
  });

  it("is told beside the other mistakes of its section", () => {
    expect(messages("sharing: { fee: x, fea: none }").map((one) => one.split(": found")[0])).toEqual([
      "x.yaml:2:17  sharing.fee",
      "x.yaml:2:20  sharing.fea",
    ]);
  });
});

describe("a name that is said to be none", () => {
  const base = `extends: pool.yaml
cover: { illnesses: { mild: { incidence: 1 %, benefit: 5 } } }`;
  const over = (text: string) =>
    messagesOf(parseText(`extends: base.yaml\n${text}`, [], { "base.yaml": base }));

  it("takes away what the base has", () => {
    const result = parseText("extends: base.yaml\ncover: { illnesses: { mild: none } }", [], {
      "base.yaml": base,
    });
    expect(onlyPool(result).stages[0].cover?.illnesses.map(({ name }) => name)).toEqual(["any"]);
  });

  it("must be one that the base has", () => {
    expect(over("cover: { illnesses: { mld: none } }")).toEqual([
      'x.yaml:2:23  cover.illnesses.mld: found none for a name that is not there; allowed: none for what there is: any, mild (did you mean "mild")',
    ]);
  });

  it("is not told where the base cannot be read", () => {
    expect(messagesOf(parseText("extends: gone.yaml\ncover: { illnesses: { mild: none } }"))).toHaveLength(1);
  });
});

describe("names", () => {
  const head = "title: x\ncalendar: { from: 2020-01-01, periods: 1 }\n";

  it("are text, also none", () => {
    const row = (name: string) => `{ class: ${name}, number: 10, claimProbability: 0.1, benefit: 5 }`;
    const { group } = onlyPool(parseText(`${head}group: [${row("none")}, ${row("some")}]`));
    expect(group?.map(({ className }) => className)).toEqual(["none", "some"]);
    const csv = "class,number,claimProbability,benefit\nnone,10,0.1,5\n";
    const fromFile = onlyPool(parseText(`${head}group: g.csv`, [], { "g.csv": csv }));
    expect(fromFile.group?.[0].className).toBe("none");
    const events = "shocks: { events: [{ name: none, from: 2020-01-01, to: 2020-01-31 }] }";
    const { shocks } = scenarioOf(parseText(`extends: pool.yaml\n${events}`));
    expect(shocks.events[0].name).toBe("none");
  });

  it("are needed all the same", () => {
    const rows = "group: [{ class: , number: 10, claimProbability: 0.1, benefit: 5 }]";
    expect(messagesOf(parseText(head + rows))).toEqual([
      "x.yaml:3:18  group[0].class: found nothing; allowed: text",
    ]);
  });

  it("may be those of keys: such a class can still be taken away", () => {
    const classes = "members: { classes: { name: { portion: 1 }, waiting: { portion: 0 } } }";
    const base = { "base.yaml": `extends: pool.yaml\n${classes}` };
    const text = "extends: base.yaml\nmembers: { classes: { waiting: none } }";
    const { stages } = onlyPool(parseText(text, [], base));
    expect(stages[0].members?.classes.map(({ name }) => name)).toEqual(["name"]);
  });
});
