// The rounds so far, and the start of one.
import { Fragment, h } from "preact";
import { useState } from "preact/hooks";
import { api, told } from "./api";
import { when } from "./moments";
import { go } from "./paths";
import { Fault, Screen, useAnswer } from "./screen";

export interface Evidence {
  part: string;
  level: number;
  sentences: string[];
}

export interface Card {
  levels: Record<string, number | null>;
  sure: Record<string, string | null>;
  leans: string | null;
  told: string[];
  evidence: Record<string, Evidence[]>;
  doubts: Record<string, string[]>;
  practise: { words: string; command: string }[];
}

export interface RoundFacts {
  id: string;
  state: "running" | "paused" | "over" | "ended";
  started_at: string;
  deadline: string;
  now: string;
  parts: { slug: string; kind: string; minutes: number; must: boolean; opened: string | null }[];
  left: number;
  current: string | null;
  card: Card | null;
}

const MINUTES = [30, 45, 60, 90];

export function Rounds() {
  const { found, error } = useAnswer(
    (signal) => api<{ rounds: RoundFacts[] }>("/v1/rounds", { signal }),
    [],
  );
  if (error !== undefined) return <Fault error={error} />;
  const going = found?.rounds.find(({ state }) => state === "running" || state === "paused");
  return (
    <Screen title="Rounds" done={found !== undefined}>
      {going !== undefined && (
        <p>
          A round goes on: <a href={`/rounds/${going.id}`}>go there</a>.
        </p>
      )}
      {found !== undefined && going === undefined && <Start />}
      {found !== undefined && found.rounds.length > 0 && (
        <Fragment>
          <h2>So far</h2>
          <ul>
            {found.rounds.map((one) => (
              <li key={one.id}>
                <a href={`/rounds/${one.id}`}>{when(one.started_at)}</a>:{" "}
                {one.parts.map(({ slug }) => slug).join(", ")} ({one.state})
              </li>
            ))}
          </ul>
        </Fragment>
      )}
    </Screen>
  );
}

function Start() {
  const [minutes, setMinutes] = useState(60);
  const [count, setCount] = useState(2);
  const [extra, setExtra] = useState("");
  const [fault, setFault] = useState("");
  const start = () =>
    api<RoundFacts>("/v1/rounds", {
      method: "POST",
      body: { minutes, count, with: extra === "" ? [] : [extra] },
    }).then(
      ({ id }) => go(`/rounds/${id}`),
      (problem: unknown) => setFault(told(problem)),
    );
  return (
    <form
      class="filters"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <label>
        Minutes
        <select value={minutes} onChange={(event) => setMinutes(Number(event.currentTarget.value))}>
          {MINUTES.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <label>
        Problems
        <select value={count} onChange={(event) => setCount(Number(event.currentTarget.value))}>
          {[1, 2, 3, 4].map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <label>
        And
        <select value={extra} onChange={(event) => setExtra(event.currentTarget.value)}>
          <option value="">nothing else</option>
          <option value="debug">a program to mend</option>
          <option value="tests">tests to write</option>
        </select>
      </label>
      <button type="submit" class="main">
        Start the round
      </button>
      {fault !== "" && <p role="alert">{fault}</p>}
    </form>
  );
}
