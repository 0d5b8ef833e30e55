import type { Options, Params } from "cli-progress";
import { type Control, replicationsDone } from "../run/control.ts";
import { type ProgressFigure, progressEstimate, progressFigureOf } from "../run/progressFigure.ts";
import type { RunSurroundings } from "../run.ts";
import type { Tally } from "../statistics/tally.ts";
import type { Terminal } from "./terminal.ts";

/** Tells somebody how far a run is. */
export interface Progress {
  readonly watch: Pick<RunSurroundings, "onReady" | "onTally" | "onCheck">;
  /** Takes the bar away; may be called again. */
  end(): void;
}

const silent: Progress = { watch: {}, end: () => {} };

const millisecondsBetween = 200;

/**
 * A bar on the standard error, if it is a terminal: replications done (counted in shared memory by all threads), how many a second,
 * the time left (where the run stops when it is sure enough: as far as can be told by now), and the figure of `progressFigureOf` up to
 * now with its standard error.
 */
export async function newProgress(
  control: Control,
  terminal: Terminal,
  isUnwanted = false,
): Promise<Progress> {
  if (isUnwanted || !terminal.isWatched) return silent;
  const { SingleBar } = await import("cli-progress");
  const bar = new SingleBar({ format: barText, stream: terminal.errStream, clearOnComplete: true });
  let timer: NodeJS.Timeout | undefined;
  let latest: Tally | undefined;
  let watched: ProgressFigure | undefined;
  let [most, total] = [0, 0];
  const tell = () => {
    // What is replayed afterwards, to split the variance or by the other engine, counts as done too.
    const done = Math.min(replicationsDone(control), total);
    const figure = latest && watched ? inWords(latest, watched) : "";
    bar.update(done, { figure });
  };
  return {
    watch: {
      onReady({ scenario, plan }) {
        watched = progressFigureOf(scenario, plan);
        most = plan.replications;
        total = most;
        bar.start(total, 0, { figure: "" });
        timer = setInterval(tell, millisecondsBetween);
      },
      onTally(tally) {
        latest = tally;
      },
      onCheck(outcomes) {
        const needed = Math.max(...outcomes.map((outcome) => outcome.needed));
        total = Math.min(needed, most);
        bar.setTotal(total);
      },
    },
    end() {
      clearInterval(timer);
      bar.stop();
    },
  };
}

function inWords(tally: Tally, figure: ProgressFigure): string {
  const { value, se } = progressEstimate(tally, figure);
  return `  ${figure.label} ${value.toPrecision(4)} ± ${se.toPrecision(2)}`;
}

const barWidth = 24;

/** `████░░░░ 512 of 2000  1033/s  2 s left  share 2021 138.2 ± 1.4` */
function barText(_: Options, params: Params, { figure }: { figure: string }): string {
  const { value, total, progress, startTime } = params;
  const rate = value / Math.max((Date.now() - startTime) / 1000, 1e-3);
  const left = value > 0 ? `  ${Math.round(rate)}/s  ${Math.ceil((total - value) / rate)} s left` : "";
  const full = Math.round(progress * barWidth);
  return `${"█".repeat(full)}${"░".repeat(barWidth - full)} ${value} of ${total}${left}${figure}`;
}
