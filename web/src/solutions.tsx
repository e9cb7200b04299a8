// How others solve a problem: each with its time, its growth and its idea; its text when it is opened.
import { Fragment, h } from "preact";
import { useState } from "preact/hooks";
import { api, told, under } from "./api";
import { useTold } from "./help";
import { Block } from "./result/parts";

interface Solution {
  name: string;
  ratio: number | null;
  growth: string | null;
  idea: string;
  text: string | null;
}

interface Told {
  solutions: Solution[];
}

export function Solutions({ slug }: { slug: string }) {
  const { found, ask } = useTold<Told>(slug, "solutions");
  return (
    <Fragment>
      <h2>Solutions of others</h2>
      {ask}
      <p role="status">{found !== null && said(found.solutions)}</p>
      <ul class="solutions">
        {found?.solutions.map((one) => (
          <li key={one.name}>
            <code>{one.name}</code> {facts(one)}
            <p>{one.idea}</p>
            <Source slug={slug} name={one.name} />
          </li>
        ))}
      </ul>
    </Fragment>
  );
}

function said(all: Solution[]): string {
  if (all.some(({ ratio }) => ratio !== null)) return `${all.length}, the fastest first.`;
  return `${all.length}; their times come with an accepted submission of yours that is timed.`;
}

function facts({ ratio, growth }: Solution): string {
  const time = ratio === null ? [] : [`${ratio.toFixed(2)}x the reference`];
  return [...time, ...(growth === null ? [] : [`O(${growth})`])].join(", ");
}

function Source({ slug, name }: { slug: string; name: string }) {
  const [text, setText] = useState<string | null>(null);
  const [fault, setFault] = useState("");
  const read = () =>
    // Whoever sees the list has said yes.
    api<Told>(under("problems", slug, "solutions"), { method: "POST", body: { yes: true, name } }).then(
      ({ solutions }) => setText(solutions[0]?.text ?? ""),
      (problem: unknown) => setFault(told(problem)),
    );
  return (
    <details onToggle={(event) => event.currentTarget.open && text === null && void read()}>
      <summary>
        Source<span class="unseen"> of {name}</span>
      </summary>
      {text !== null && <Block label={`Source of ${name}`}>{text}</Block>}
      <p role="status">{fault}</p>
    </details>
  );
}
