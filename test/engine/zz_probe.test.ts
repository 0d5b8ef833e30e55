import { it } from "vitest";
import { runOf, planOfFile, runPlan } from "./runs.ts";
const base = (more: string, head = "") => `
title: probe
seed: s
replications: 64
${head}
calendar: { from: 2020-01-31, to: 2020-12-31, settle: { daysOfMonth: [31] } }
${more}`;
const attempt = (name: string, f: () => unknown) => { try { console.log(name, f()); } catch (e) { console.log(name, "THROWS", String(e)); } };
it("probes", () => {
  attempt("yearly shock and run-off beyond", () => {
    for (const engine of ["exact", "fast"]) {
    const y = base(`
joining: { initial: 50000 }
members: { ages: 30-30, leaveAt: 100 }
cover: { illnesses: { x: { incidence: 1 %, benefit: 1000, endsMembership: false } } }
claims: { delay: { periods: [0, 0, 0, 1] } }
ending: { closing: { on: 2020-12-31 }, runOff: { claimWindow: 120 days } }
shocks: { yearly: { lognormal: { sd: 1 % } } }
`, `engine: ${engine}`);
    const r = runOf(y); console.log(engine, r.path("cases"), r.path("members"));
    }
  });
  attempt("members by class at the end", () => {
    const r = runOf(base(`
joining: { initial: 50000 }
members: { ages: 30-30, leaveAt: 100, classes: { a: {portion: 40 %}, b: {portion: 60 %} } }
cover: { illnesses: { x: { incidence: 1 %, benefit: 1000, endsMembership: false } } }
`)); return [r.column("years.2020.members")[0], r.column("years.2020.members[class=a]")[0], r.column("years.2020.members[class=b]")[0]];
  });
  attempt("year end with run-off in the same year", () => {
    const r = runOf(base(`
joining: { initial: 50000 }
members: { ages: 30-30, leaveAt: 100 }
cover: { illnesses: { x: { incidence: 1 %, benefit: 1000, endsMembership: false } } }
ending: { hazard: 1 %, runOff: { claimWindow: 90 days } }
`).replace("to: 2020-12-31", "to: 2020-06-30")); return [r.column("years.2020.members").slice(0,4), r.path("members")];
  });
  attempt("uncertain initial, exact", () => {
    return runOf(base(`
joining: { initial: { uniform: [100, 200] } }
members: { ages: 30-30, leaveAt: 100 }
cover: { illnesses: { x: { incidence: 1 %, benefit: 1000, endsMembership: false } } }
`)).path("members");
  });
  attempt("power with expectedAid 0 and base 0", () => {
    return runOf(base(`
joining: { initial: 1000000 }
members: { ages: 30-30, leaveAt: 100, classes: { a: {portion: 40 %, relativeRisk: 0, reaction: { power: { reference: expectedAid, elasticity: 1 } } }, b: {portion: 60 %} } }
cover: { illnesses: { x: { incidence: 0.1 %, benefit: 1000, endsMembership: false } } }
`)).path("members");
  });
  attempt("bass potential 0", () => {
    return runOf(base(`
joining: { initial: 0, bass: { potential: 0, innovation: 0.1, imitation: 0.1 } }
members: { ages: 30-30, leaveAt: 100 }
cover: { illnesses: { x: { incidence: 0.1 %, benefit: 1000, endsMembership: false } } }
`)).path("members");
  });
  attempt("bass slow start fast", () => {
    const r = runOf(base(`
joining: { bass: { potential: 100, innovation: 0.01, imitation: 3 } }
members: { ages: 30-30, leaveAt: 100 }
cover: { illnesses: { x: { incidence: 0.1 %, benefit: 1000, endsMembership: false } } }
`, "engine: fast")); return [r.ending(), r.path("members")];
  });
  attempt("age index", () => {
    const r = runOf(base(`
joining: { schedule: [ { perYear: 1000000 } ] }
members: { ages: 20-50, leaveAt: 100, mix: [ { ages: 20-29, portion: 100 % } ] }
cover: { illnesses: { x: { incidence: [ {ages: 0-39, rate: 0}, {ages: 40-120, rate: 0.1 %} ], benefit: 1000, endsMembership: false } } }
changes: [ { from: 2020-05-01, members: { mix: [ { ages: 40-49, portion: 100 % } ] } } ]
`)); return r.path("ageIndex");
  });
  for (const engine of ["fast", "exact"])
  attempt("lane groups with uncertain delay " + engine, () => {
    const yaml = (n: number) => base(`
joining: { initial: 100000 }
members: { ages: 30-30, leaveAt: 100 }
cover: { illnesses: { x: { incidence: 3 %, benefit: 1000, endsMembership: false }, y: { incidence: 3 %, benefit: 1000, endsMembership: false } } }
claims: { delay: { gamma: { mean: { uniform: [5 days, 100 days] }, sd: 5 days } } }
`, `engine: ${engine}`).replace("replications: 64", `replications: ${n}`);
    const a = runOf(yaml(18)), b = runOf(yaml(64));
    let diff = 0; for (let i = 0; i < 18; i++) if (JSON.stringify(a.path("cases", i)) !== JSON.stringify(b.path("cases", i))) diff++;
    return diff;
  });
});
