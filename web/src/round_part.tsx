// A part of a round: its statement without the rules, what is said about it, and the editor.
import { Fragment, h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { api, told, under } from "./api";
import { Drafts } from "./drafts";
import type { RoundFacts } from "./rounds";
import { say } from "./screen";
import type { Problem, TextNode } from "./shapes";
import { Statement } from "./statement";
import { Workspace } from "./workspace";

/** What a command of a round answers beside the round. */
interface Answer extends RoundFacts {
  statement_tree: TextNode[] | null;
  rules_tree: TextNode[] | null;
  reply: string | null;
  right: boolean | null;
  expected: unknown;
  question: string | null;
}

type Send = (name: string, body?: Record<string, unknown>) => Promise<Answer | null>;

export function RoundPart(props: {
  round: RoundFacts;
  slug: string;
  setRound: (round: RoundFacts) => void;
}) {
  const { round, slug, setRound } = props;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [drafts, setDrafts] = useState<Drafts | null>(null);
  const [question, setQuestion] = useState<string | null>(null);
  const [fault, setFault] = useState("");
  const ended = useRef(false);
  const send: Send = async (name, body = {}) => {
    setFault("");
    try {
      const answer = await api<Answer>(under("rounds", round.id, name), {
        method: "POST",
        body: { part: slug, ...body },
      });
      if (ended.current) return null;
      setRound(answer);
      if (name === "answer" || name === "open") setQuestion(answer.question);
      return answer;
    } catch (error) {
      setFault(told(error));
      return null;
    }
  };
  useEffect(() => {
    let opened: Drafts | null = null;
    const open = async () => {
      const answer = await send("open");
      try {
        const found = await api<Problem>(under("problems", slug));
        opened = await Drafts.open(slug, found.starter);
        if (ended.current) return opened.close();
        setProblem({ ...found, statement_tree: answer?.statement_tree ?? [] });
        setDrafts(opened);
      } catch (error) {
        setFault(told(error));
      }
    };
    void open();
    return () => {
      ended.current = true;
      opened?.close();
      say("");
    };
  }, []);
  if (problem === null || drafts === null) return <p role="status">{fault || "Loading ..."}</p>;
  return (
    <Fragment>
      {fault !== "" && <p role="alert">{fault}</p>}
      <Workspace
        slug={slug}
        problem={problem}
        drafts={drafts}
        away={false}
        closed={round.state === "over"}
        more={[
          {
            name: "talk",
            label: "Talk",
            show: () => <Talk problem={problem} question={question} send={send} />,
          },
        ]}
      />
    </Fragment>
  );
}

function Talk(props: { problem: Problem; question: string | null; send: Send }) {
  const { problem, question, send } = props;
  const [rules, setRules] = useState<TextNode[] | null>(null);
  const [said, setSaid] = useState("");
  const tell = async (name: string, body: Record<string, unknown>, words: (answer: Answer) => string) => {
    const answer = await send(name, body);
    if (answer !== null) setSaid(words(answer));
  };
  const example = problem.samples[0]?.arguments ?? {};
  return (
    <Fragment>
      <p role="status">{said}</p>
      <Said
        title="Ask what the statement leaves open"
        button="Ask"
        send={(text) =>
          tell("ask", { text }, ({ reply }) => reply ?? "The interviewer has no answer to that.")
        }
      />
      {rules === null ? (
        <p>
          <button
            type="button"
            onClick={() => void send("reveal").then((answer) => setRules(answer?.rules_tree ?? null))}
          >
            Show the rules
          </button>{" "}
          It is recorded, and questions no longer count after it.
        </p>
      ) : (
        <Statement tree={rules} />
      )}
      <Predicted
        example={JSON.stringify(example)}
        send={(values) =>
          tell("example", values, ({ right, expected }) =>
            right ? "Your prediction is right." : `The answer is ${JSON.stringify(expected)}.`,
          )
        }
        fault={setSaid}
      />
      <Approach send={(body) => tell("approach", body, () => "Your approach is recorded.")} />
      {question !== null && (
        <Said
          key={question}
          title={question}
          button="Answer"
          send={(text) =>
            tell("answer", { text }, (answer) =>
              answer.question === null ? "That was the last follow-up." : "Your answer is recorded.",
            )
          }
        />
      )}
      {question === null && (
        <p>
          <button type="button" onClick={() => void send("open")}>
            Ask for a follow-up
          </button>{" "}
          There is one once a solution is accepted.
        </p>
      )}
    </Fragment>
  );
}

function Said(props: { title: string; button: string; send: (text: string) => void }) {
  const [text, setText] = useState("");
  return (
    <form
      class="said"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === "") return;
        props.send(text);
        setText("");
      }}
    >
      <label>
        {props.title}
        <textarea value={text} rows={2} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <button type="submit">{props.button}</button>
    </form>
  );
}

function Predicted(props: {
  example: string;
  send: (body: Record<string, unknown>) => void;
  fault: (text: string) => void;
}) {
  const [input, setInput] = useState(props.example);
  const [answer, setAnswer] = useState("");
  return (
    <form
      class="said"
      onSubmit={(event) => {
        event.preventDefault();
        try {
          props.send({ arguments: JSON.parse(input), predicted: JSON.parse(answer) });
        } catch {
          props.fault("The input and the answer are JSON, such as 5, [1, 2] or true.");
        }
      }}
    >
      <label>
        Predict an example by hand: the input
        <textarea value={input} rows={2} onInput={(event) => setInput(event.currentTarget.value)} />
      </label>
      <label>
        Its answer
        <input value={answer} onInput={(event) => setAnswer(event.currentTarget.value)} />
      </label>
      <button type="submit">Predict</button>
    </form>
  );
}

function Approach({ send }: { send: (body: Record<string, unknown>) => void }) {
  const [text, setText] = useState("");
  const [time, setTime] = useState("");
  const [space, setSpace] = useState("");
  return (
    <form
      class="said"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") send({ text, time: time || null, space: space || null });
      }}
    >
      <label>
        Your approach, before coding
        <textarea value={text} rows={3} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <label>
        Time, such as O(n)
        <input value={time} onInput={(event) => setTime(event.currentTarget.value)} />
      </label>
      <label>
        Space
        <input value={space} onInput={(event) => setSpace(event.currentTarget.value)} />
      </label>
      <button type="submit">Record it</button>
    </form>
  );
}
