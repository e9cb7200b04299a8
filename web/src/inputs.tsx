// One's own inputs of a problem.
import { h } from "preact";
import type { Played, Problem } from "./shapes";

export interface InputsProps {
  problem: Problem;
  /** Each the JSON of its arguments, or what was typed of it so far. */
  inputs: string[];
  setInputs: (inputs: string[]) => void;
  /** What came of each when they were run last; null before. */
  outcomes: Played[] | null;
}

/** The samples as inputs. */
export function samplesOf(problem: Problem): string[] {
  return problem.samples.map((sample) => JSON.stringify(sample.arguments));
}

/** Read what is to be run; `fault` says what cannot be read, and where. */
export function readInputs(
  _problem: Problem,
  inputs: string[],
): { values: Record<string, unknown>[]; fault: string | null } {
  try {
    return { values: inputs.map((one) => JSON.parse(one) as Record<string, unknown>), fault: null };
  } catch (error) {
    return { values: [], fault: String(error) };
  }
}

export function Inputs({ inputs, outcomes }: InputsProps) {
  return (
    <ol>
      {inputs.map((one, place) => (
        <li key={place}>
          <code>{one}</code> {outcomes?.[place]?.verdict}
        </li>
      ))}
    </ol>
  );
}
