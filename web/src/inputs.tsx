// One's own inputs of a problem: a field for each argument, several inputs as tabs.
import { Fragment, h } from "preact";
import { useState } from "preact/hooks";
import { type Read, readMembers, readValue } from "./literals";
import { Case } from "./result/case";
import type { Played, Problem } from "./shapes";

export const MOST_INPUTS = 16;

export interface InputsProps {
  problem: Problem;
  /** Each the texts of its fields, or the JSON of its arguments. */
  inputs: string[];
  setInputs: (inputs: string[]) => void;
  /** What came of each when they were run last; null before. */
  outcomes: Played[] | null;
}

/** The fields of an input: names and what is typed. */
type Fields = [string, string][];

/**
 * Write the fields of an input as they are typed, readable or not: `[["root", "[1, None]"], ...]`.
 * A list tells them from arguments that another program has kept, which are an object.
 */
export function inputText(fields: Fields | Record<string, string>): string {
  return JSON.stringify(Array.isArray(fields) ? fields : Object.entries(fields));
}

/** The samples as inputs. */
export function samplesOf(problem: Problem): string[] {
  return problem.samples.slice(0, MOST_INPUTS).map((sample) => inputText(sample.texts));
}

/** Read what is to be run as a JSON list; `fault` says what cannot be read, and where. */
export function readInputs(
  problem: Problem,
  inputs: string[],
): { json: string; fault: string | null } {
  const read = inputs.map((input) => {
    const fields = fieldsOf(problem, input).map(([name, text]) => [name, readField(problem, name, text)] as const);
    const members = fields.map(([name, one]) => `${JSON.stringify(name)}:${"json" in one ? one.json : "null"}`);
    const faults = fields.flatMap(([name, one]) => ("fault" in one ? [`${name}: ${one.fault}`] : []));
    return { json: `{${members.join(",")}}`, faults };
  });
  const place = read.findIndex(({ faults }) => faults.length > 0);
  return {
    json: `[${read.map(({ json }) => json).join(",")}]`,
    fault: place < 0 ? null : `Input ${place + 1} cannot be read. ${read[place]!.faults[0]}`,
  };
}

/** Names of the fields, in the order of the parameters. */
function namesOf(problem: Problem): string[] {
  const names = Object.keys(problem.samples[0]?.arguments ?? {});
  const order = problem.interface.parameters.map(({ name }) => name);
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return names.length > 0 ? names.sort((a, b) => place(a) - place(b)) : order;
}

function fieldsOf(problem: Problem, input: string): Fields {
  const found = new Map<string, string>(input.startsWith("[") ? typed(input) : (readMembers(input) ?? []));
  return namesOf(problem).map((name) => [name, found.get(name) ?? ""]);
}

function typed(input: string): Fields {
  try {
    const pairs = JSON.parse(input) as unknown[];
    return pairs.filter(
      (pair): pair is [string, string] => Array.isArray(pair) && pair.every((one) => typeof one === "string"),
    );
  } catch {
    return [];
  }
}

function readField(problem: Problem, name: string, text: string): Read {
  const type = problem.interface.parameters.find((one) => one.name === name)?.type;
  const read = readValue(text);
  if ("fault" in read && type === "str" && text.trim() !== "" && !/^\s*['"]/.test(text))
    return { fault: `${read.fault} A text stands in quotes: ${JSON.stringify(text.trim())}` };
  return read;
}

export function Inputs({ problem, inputs, setInputs, outcomes }: InputsProps) {
  const [chosen, setChosen] = useState(0);
  const place = Math.min(chosen, Math.max(inputs.length - 1, 0));
  const samples = samplesOf(problem);
  const missing = samples.filter((one) => !inputs.includes(one));
  const add = (text: string) => {
    setInputs([...inputs, text]);
    setChosen(inputs.length);
  };
  const input = inputs[place];
  const played = outcomes?.[place];
  return (
    <Fragment>
      <div class="inputs" role="group" aria-label="Inputs">
        {inputs.map((_, number) => (
          <button
            key={number}
            type="button"
            aria-pressed={number === place}
            onClick={() => setChosen(number)}
          >
            {number + 1}
            {outcomes?.[number] && <Mark verdict={outcomes[number]!.verdict} />}
          </button>
        ))}
        <button
          type="button"
          disabled={inputs.length >= MOST_INPUTS}
          onClick={() => add(input ?? samples[0] ?? inputText([]))}
        >
          Add
        </button>
        {input !== undefined && (
          <button type="button" onClick={() => setInputs(inputs.filter((_, number) => number !== place))}>
            Remove
          </button>
        )}
        {missing.length > 0 && inputs.length + missing.length <= MOST_INPUTS && (
          <button type="button" onClick={() => setInputs([...missing, ...inputs])}>
            Bring the samples back
          </button>
        )}
      </div>
      {input === undefined ? (
        <p>No input of your own: the samples are run.</p>
      ) : (
        <Fieldset
          key={place}
          problem={problem}
          fields={fieldsOf(problem, input)}
          change={(fields) =>
            setInputs(inputs.map((one, number) => (number === place ? inputText(fields) : one)))
          }
        />
      )}
      {played?.view && (
        <section aria-label={`Outcome of input ${place + 1}`}>
          <h2>
            <Mark verdict={played.verdict} />
          </h2>
          <Case view={played.view} drawn={false} />
        </section>
      )}
    </Fragment>
  );
}

function Mark({ verdict }: { verdict: string }) {
  const good = verdict === "AC";
  return <span class={good ? "good" : "bad"}> {good ? "passed" : `failed: ${verdict}`}</span>;
}

function Fieldset(props: { problem: Problem; fields: Fields; change: (fields: Fields) => void }) {
  const { problem, fields } = props;
  return (
    <div class="fields">
      {fields.map(([name, text], place) => {
        const read = readField(problem, name, text);
        const fault = "fault" in read ? read.fault : "";
        const type = problem.interface.parameters.find((one) => one.name === name)?.type;
        const id = `input-${name}`;
        return (
          <div key={name} class="field">
            <label for={id}>
              <code>{name}</code> {type !== undefined && <span class="faint">{type}</span>}
            </label>
            <textarea
              id={id}
              rows={Math.min(Math.floor(text.length / 60) + text.split("\n").length, 8)}
              spellcheck={false}
              value={text}
              aria-invalid={fault !== ""}
              aria-describedby={fault === "" ? undefined : `${id}-fault`}
              onInput={({ currentTarget: { value } }) =>
                props.change(fields.map((one, n) => (n === place ? [name, value] : one)))
              }
            />
            {fault !== "" && (
              <p id={`${id}-fault`} class="bad">
                {fault}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}
