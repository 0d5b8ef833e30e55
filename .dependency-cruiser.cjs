// The way of the data, one folder a step: each may import from those before it only.
const order = [
  "random",
  "scenario",
  "plan",
  "oracle",
  "engine",
  "statistics",
  "explain",
  "run",
  "report",
  "compare",
  "cli",
];
const pure = ["random", "scenario", "plan", "oracle", "engine", "statistics", "explain", "report", "compare"];

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        pathNot: "^src/(run/worker|cli/main|index|engine/fast/kernel/sweeps\\.as)\\.ts$",
      },
      to: {},
    },
    {
      name: "no-node-in-pure-folders",
      comment:
        "random scenario plan oracle engine statistics explain report compare shall run in a browser page one day",
      severity: "error",
      from: { path: `^src/(${pure.join("|")})/` },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "reports-do-not-import-run",
      comment:
        "run stands left of report and compare but reads files and starts threads; neither needs the other",
      severity: "error",
      from: { path: "^src/(report|compare)/" },
      to: { path: "^src/run/" },
    },
    ...order.slice(0, -1).map((folder, i) => ({
      name: `${folder}-imports-to-the-left`,
      severity: "error",
      from: { path: `^src/${folder}/` },
      to: { path: `^src/(${order.slice(i + 1).join("|")})/|^src/[^/]+\\.ts$` },
    })),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
  },
};
