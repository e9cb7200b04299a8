// Hints and the editorial of a problem: each one click further, after its price is told.
import { Fragment, h } from "preact";
import { useState } from "preact/hooks";
import { ApiError, api, told, under } from "./api";
import { useAnswer } from "./screen";
import type { Problem, TextNode } from "./shapes";
import { Statement } from "./statement";

interface Hint {
  n: number;
  hint: string;
  left: number;
  price: string;
}

interface Editorial {
  editorial_tree: TextNode[];
  follow_ups: { question: string; answer: string }[];
}

const FIRST = "Before it is solved, a hint counts in the schedule: today is Good at best, with two Hard.";
const LAST = "This is the last hint: before it is solved, today then counts as Again.";

export function Help({ slug }: { slug: string }) {
  const [opened, setOpened] = useState<string[]>([]);
  const [price, setPrice] = useState("");
  const [fault, setFault] = useState("");
  const { found, error } = useAnswer((signal) => api<Problem>(under("problems", slug), { signal }), [slug]);
  if (error !== undefined) return <p role="alert">{told(error)}</p>;
  if (found === undefined) return <p>Loading ...</p>;
  const hints = [...found.hints, ...opened];
  const left = found.hint_count - hints.length;
  const open = () =>
    api<Hint>(under("problems", slug, "hints"), { method: "POST", body: {} }).then(
      (hint) => {
        setOpened((now) => [...now, hint.hint]);
        setPrice(hint.price);
      },
      (problem: unknown) => setFault(told(problem)),
    );
  return (
    <Fragment>
      <h2>Hints</h2>
      {found.hint_count === 0 && <p>This problem has none.</p>}
      <ol>
        {hints.map((hint, at) => (
          <li key={at}>{hint}</li>
        ))}
      </ol>
      <p role="status">{price}</p>
      {left > 0 && (
        <p>
          <button type="button" onClick={() => void open()}>
            Open hint {hints.length + 1} of {found.hint_count}
          </button>{" "}
          {left === 1 ? LAST : price === "" && FIRST}
        </p>
      )}
      {fault !== "" && <p role="alert">{fault}</p>}
      <EditorialOf slug={slug} />
    </Fragment>
  );
}

/** What tells how a problem is solved: at once after AC, before it to who says yes. */
export function useTold<T>(slug: string, what: string) {
  const [found, setFound] = useState<T | null>(null);
  const [asked, setAsked] = useState(false);
  const [fault, setFault] = useState("");
  const read = (yes: boolean) =>
    api<T>(under("problems", slug, what), { method: "POST", body: { yes } }).then(
      (answer) => setFound(answer),
      (problem: unknown) => {
        // Not solved yet: that is asked first.
        if (problem instanceof ApiError && problem.status === 409 && !yes) setAsked(true);
        else setFault(told(problem));
      },
    );
  const ask = (
    <Fragment>
      {found === null && !asked && (
        <button type="button" onClick={() => void read(false)}>
          Read the {what}
        </button>
      )}
      {found === null && asked && (
        <p role="alert">
          It is not solved yet, and this tells how. The problem then counts as not known today, and comes
          back soon.{" "}
          <button type="button" onClick={() => void read(true)}>
            Read it all the same
          </button>
        </p>
      )}
      {fault !== "" && <p role="alert">{fault}</p>}
    </Fragment>
  );
  return { found, ask };
}

function EditorialOf({ slug }: { slug: string }) {
  const { found, ask } = useTold<Editorial>(slug, "editorial");
  return (
    <Fragment>
      <h2>Editorial</h2>
      {ask}
      {found !== null && <Statement tree={found.editorial_tree} />}
      {found !== null && found.follow_ups.length > 0 && (
        <Fragment>
          <h3>Follow-ups</h3>
          {found.follow_ups.map(({ question, answer }) => (
            <details key={question}>
              <summary>{question}</summary>
              <p>{answer}</p>
            </details>
          ))}
        </Fragment>
      )}
    </Fragment>
  );
}
