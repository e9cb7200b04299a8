// Plays the inputs of a problem, all in one request.
import { api, told } from "./api";
import { readInputs } from "./inputs";
import type { Played, Problem } from "./shapes";

export interface Running {
  busy: boolean;
  /** What is told of it; empty before the first run. */
  told: string;
  outcomes: Played[] | null;
}

export const STILL: Running = { busy: false, told: "", outcomes: null };

export async function run(
  asked: { problem: Problem; source: string; inputs: string[] },
  show: (running: Running) => void,
  signal: AbortSignal,
): Promise<void> {
  const { problem, source } = asked;
  const { json, fault } = readInputs(problem, asked.inputs);
  if (fault !== null) return show({ ...STILL, told: fault });
  show({ ...STILL, busy: true, told: "Running the inputs ..." });
  const body = JSON.stringify({ problem: problem.slug, source });
  // Without inputs the samples are played.
  const whole = asked.inputs.length === 0 ? body : `${body.slice(0, -1)},"inputs":${json}}`;
  try {
    const { cases } = await api<{ cases: Played[] }>("/v1/runs?view=page", { method: "POST", json: whole, signal });
    show({ busy: false, told: passed(cases), outcomes: cases });
  } catch (error) {
    if (!signal.aborted) show({ ...STILL, told: told(error) });
  }
}

function passed(cases: Played[]): string {
  const failed = cases.flatMap(({ verdict }, place) => (verdict === "AC" ? [] : [`${place + 1} (${verdict})`]));
  if (failed.length === 0) return cases.length === 1 ? "The input passed." : `All ${cases.length} inputs passed.`;
  return `${cases.length - failed.length} of ${cases.length} inputs passed; not ${failed.join(", ")}.`;
}
