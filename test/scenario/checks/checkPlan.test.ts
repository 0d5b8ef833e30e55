import { describe, expect, it } from "vitest";
import { messagesOf, onlyPool, parseText } from "../parsing.ts";

const classes = "members: { classes: { a: { portion: 0.5 }, b: { portion: 0.5 } } }";
const plan = (base: string, ...changes: string[]) =>
  parseText(["extends: pool.yaml", base, "changes:", ...changes.map((one) => `  - { ${one} }`)].join("\n"));

describe("the classes of members", () => {
  it("may behave otherwise after a change", () => {
    const { stages } = onlyPool(
      plan(classes, "from: 2020-03-01, members: { classes: { b: { lapse: 5 % }, a: { lapse: 4 % } } }"),
    );
    expect(stages[1].members?.classes.map(({ name, lapse }) => [name, lapse])).toEqual([
      ["a", 0.04],
      ["b", 0.05],
    ]);
  });

  it("are those of the start: one that a change adds is told once, by its own place", () => {
    const messages = messagesOf(
      plan(
        classes,
        "from: 2020-03-01, members: { classes: { c: { portion: 0 } } }",
        "from: 2020-05-01, members: { leaveAt: 70 }",
      ),
    );
    expect(messages).toEqual([
      "x.yaml:4:47  changes[0].members.classes.c: found a new class; allowed: the classes there are from the start, a, b",
    ]);
  });

  it("cannot be divided later where there was only one of all", () => {
    const messages = messagesOf(plan("", `from: 2020-03-01, ${classes}`));
    expect(messages.map((message) => message.split(/: found| {2}/)[1])).toEqual([
      "changes[0].members.classes.a",
      "changes[0].members.classes.b",
    ]);
    for (const message of messages) expect(message).toContain("the classes there are from the start, all");
  });

  it("cannot be left out by a change", () => {
    const messages = messagesOf(
      plan(classes, "from: 2020-03-01, members: { classes: { a: { portion: 1 }, b: none } }"),
    );
    expect(messages).toEqual([
      "x.yaml:4:69  changes[0].members.classes.b: found no such class any more; allowed: the classes there are from the start, a, b",
    ]);
    const all = messagesOf(plan(classes, "from: 2020-03-01, members: { classes: none }"));
    expect(all[0]).toContain("changes[0].members.classes");
  });
});

describe("the waiting period", () => {
  it("may be as long as the calendar, its first and last day included", () => {
    const calendar = "calendar: { from: 2021-01-01, to: 2021-12-31, periods: none }";
    const waiting = (days: number) =>
      messagesOf(parseText(`extends: pool.yaml\n${calendar}\ncover: { waiting: ${days} days }`));
    expect(waiting(365)).toEqual([]);
    expect(waiting(366)).toHaveLength(1);
  });
});

describe("a closing that a change decides on", () => {
  const closing = (...changes: string[]) => messagesOf(plan("", ...changes));

  it("may be on the day of the change or later", () => {
    for (const on of ["2020-03-01", "2020-03-02"])
      expect(closing(`from: 2020-03-01, ending: { closing: { on: ${on} } }`)).toEqual([]);
  });

  it("may have been announced before", () => {
    const announced = "closing: { announced: 2020-02-01, on: 2020-04-30 }";
    expect(closing(`from: 2020-03-01, ending: { ${announced} }`)).toEqual([]);
  });

  it("cannot be on a day before, when other rules held: the plan would never close", () => {
    expect(closing("from: 2020-03-01, ending: { closing: { on: 2020-02-29 } }")).toEqual([
      'x.yaml:4:50  changes[0].ending.closing.on: found "2020-02-29"; allowed: a day from 2020-03-01 on, when the change takes effect',
    ]);
  });

  it("is told once, by the change that makes it", () => {
    const messages = closing(
      "from: 2020-03-01, ending: { closing: { on: 2020-02-29 } }",
      "from: 2020-05-01, ending: { hazard: 1 % }",
    );
    expect(messages).toHaveLength(1);
  });

  it("leaves alone later changes to a plan that has closed by then", () => {
    const base = "ending: { closing: { on: 2020-02-10 } }";
    expect(messagesOf(plan(base, "from: 2020-03-01, ending: { hazard: 1 % }"))).toEqual([]);
  });
});

describe("the rows of a group", () => {
  it("have names of their own, in a file too", () => {
    const csv = "class,number,claimProbability,benefit\nA,10,0.1,5\nB,10,0.1,5\nA,20,0.1,5\n";
    const messages = messagesOf(
      parseText("title: x\ncalendar: { from: 2020-01-01, periods: 1 }\ngroup: { file: g.csv }", [], {
        "g.csv": csv,
      }),
    );
    expect(messages).toEqual(['g.csv:4:1  group[2].class: found "A"; allowed: a name no other row has']);
  });
});

describe("the portions of classes", () => {
  const members = (classes: string) => parseText(`extends: pool.yaml\nmembers: { classes: { ${classes} } }`);

  it("need not be said where there is but one class", () => {
    const { stages } = onlyPool(members("all: { lapse: 3 % }"));
    expect(stages[0].members?.classes).toEqual([
      {
        name: "all",
        portion: 1,
        relativeRisk: 1,
        lapse: 0.03,
        reaction: { kind: "none" },
        joins: { kind: "none" },
        topUp: null,
      },
    ]);
  });

  it("are 1 where there is but one class and it is said", () => {
    expect(messagesOf(members("all: { portion: 0.5 }"))[0]).toContain("portions that sum to 1");
  });

  it("are all needed where there are several", () => {
    expect(messagesOf(members("a: { portion: 0.5 }, b: { lapse: 3 % }, c: {}"))).toEqual([
      "x.yaml:2:44  members.classes.b.portion: found nothing; allowed: a portion from 0 to 1, such as 8 % or 0.08",
      "x.yaml:2:63  members.classes.c.portion: found nothing; allowed: a portion from 0 to 1, such as 8 % or 0.08",
    ]);
  });
});
