import { Command, Option } from "@commander-js/extra-typings";
import type { Runner } from "../run/runner.ts";
import { version } from "../run/version.ts";
import type { ExitCode } from "./exitCodes.ts";
import { eachOne, wholeNumber } from "./optionValues.ts";
import type { Terminal } from "./terminal.ts";

/** What commands work with. */
interface Around {
  readonly terminal: Terminal;
  /** Takes the exit code of the command that was called. */
  readonly end: (code: ExitCode) => void;
  readonly runner: Runner | undefined;
}

/**
 * All commands and their options. Commands load what they need only when they are called, so that help and `check`
 * are there at once.
 */
export function makeProgram(around: Around): Command {
  const { terminal } = around;
  const program = new Command("fentan")
    .description("Simulates mutual-aid plans: what members pay, why it grows, who leaves, how it ends.")
    .version(version())
    .option("--no-color", "plain text")
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showHelpAfterError("(fentan --help tells what there is)");
  addRun(program, around);
  addCheck(program, around);
  addExplain(program, around);
  addValidate(program, around);
  addCompare(program, around);
  return program;
}

function addRun(program: Command, { terminal, end, runner }: Around): void {
  program
    .command("run")
    .description("simulates a scenario and writes its report")
    .argument("<scenario>", "scenario file (YAML or JSON)")
    .addOption(replications())
    .addOption(seed())
    .addOption(threads())
    .addOption(engine())
    .addOption(set())
    .addOption(ask())
    .addOption(precision())
    .option("--quick", "leaves out where growth and spread come from, which takes further simulations")
    .option("--out <folder>", "where the report goes (default: reports/ and the scenario's name)")
    .option("--quiet", "no progress, no summary")
    .option("--json", "prints report.json and nothing else")
    .action(async (scenario, options) => {
      const { runCommand } = await import("./runCommand.ts");
      end(await runCommand(scenario, options, terminal, runner));
    });
}

function addCheck(program: Command, { terminal, end }: Around): void {
  program
    .command("check")
    .description("checks scenarios: mistakes, plausibility, what a run would cost; simulates nothing")
    .argument("<scenario...>", "scenario files (YAML or JSON)")
    .addOption(replications())
    .addOption(threads())
    .addOption(engine())
    .addOption(set())
    .addOption(ask())
    .action(async (scenarios, options) => {
      const { checkCommand } = await import("./checkCommand.ts");
      end(checkCommand(scenarios, options, terminal));
    });
}

function addExplain(program: Command, { terminal, end }: Around): void {
  program
    .command("explain")
    .description(
      "tells what a scenario assumes, in words and pictures, or where the cost growth of a run came from; simulates nothing",
    )
    .argument("<scenario or run>", "scenario file (YAML or JSON), or the folder of a finished run")
    .addOption(replications())
    .addOption(engine())
    .addOption(set())
    .addOption(ask())
    .option("--out <folder>", "where it goes (default: reports/explain- and the scenario's name)")
    .option("--strict", "ends with 3 where something is hardly plausible")
    .option("--json", "prints explain.json and nothing else")
    .action(async (what, options) => {
      const { explainCommand } = await import("./explainCommand.ts");
      end(await explainCommand(what, options, terminal));
    });
}

function addValidate(program: Command, { terminal, end, runner }: Around): void {
  program
    .command("validate")
    .description("puts published numbers beside ours; without files, those that come with fentan")
    .argument("[scenario...]", "scenario files that have `published`")
    .addOption(replications())
    .addOption(seed())
    .addOption(threads())
    .option("--json", "prints every comparison as JSON and nothing else")
    .action(async (scenarios, options) => {
      const { validateCommand } = await import("./validateCommand.ts");
      end(await validateCommand(scenarios, options, terminal, runner));
    });
}

function addCompare(program: Command, { terminal, end, runner }: Around): void {
  program
    .command("compare")
    .description("puts runs side by side: what is assumed differently, and what comes of it")
    .argument(
      "<run...>",
      "folders of finished runs, or scenario files to simulate with one seed; the first is the base",
    )
    .addOption(replications())
    .addOption(seed())
    .addOption(threads())
    .addOption(engine())
    .addOption(set())
    .option(
      "--fail-if <condition>",
      'ends with 3 if it holds of the means, with a, b... for the runs: "years.2020.share.b > 1.05 * years.2020.share.a"; may be repeated',
      eachOne,
      [],
    )
    .option("--out <folder>", "where the comparison goes (default: reports/compare- and the runs’ names)")
    .option("--quiet", "no progress, no summary")
    .option("--json", "prints comparison.json and nothing else")
    .action(async (runs, options) => {
      const { compareCommand } = await import("./compareCommand.ts");
      end(await compareCommand(runs, options, terminal, runner));
    });
}

// Options that several commands have.

function replications() {
  return new Option(
    "-n, --replications <number>",
    "simulated histories of the whole plan (default: the scenario's)",
  ).argParser(wholeNumber(1e9));
}

function precision() {
  return new Option(
    "--precision <figure=error>",
    'runs until a standard error is that small: "years.2020.share=0.5%", or "P(total.cost > 3500)=0.001"; at most -n replications (default: 1,000,000); may be repeated',
  )
    .argParser(eachOne)
    .default([]);
}

function seed() {
  return new Option("--seed <text>", "the same phrase, the same luck (default: the scenario's)");
}

function threads() {
  return new Option("--threads <number>", "processor cores to use (default: all)").argParser(
    wholeNumber(1024),
  );
}

function engine() {
  return new Option("--engine <kind>", "how the pool is simulated").choices([
    "auto",
    "exact",
    "fast",
  ] as const);
}

function set() {
  return new Option("--set <path=value>", "changes a number of the scenario; may be repeated")
    .argParser(eachOne)
    .default([]);
}

function ask() {
  return new Option("--ask <question>", 'such as "P(total.cost > 3500)"; may be repeated')
    .argParser(eachOne)
    .default([]);
}
