// The result of a submission: verdict, counterexample, what was measured, and what to do with it.
import { Fragment, h } from "preact";
import { useState } from "preact/hooks";
import { download, request, told, under } from "../api";
import { inputText } from "../inputs";
import { slugOf } from "../paths";
import type { Row, View } from "../shapes";
import { Case, Printed } from "./case";
import { Growth, Ladder, Ratio } from "./measured";
import { Code, Copy, Line } from "./parts";
import { Score } from "./score";
import { Cost } from "./tables";
import { Schedule } from "./threads";

export interface ResultProps {
  row: Row;
  view: View | null;
  /** Whether the text has not changed since: otherwise nothing leads into it. */
  current: boolean;
  goTo: (line: number) => void;
  /** Take an input, as `inputs` keeps it. */
  addInput: (input: string) => void;
}

export function Result({ row, view, current, goTo, addInput }: ResultProps) {
  if (view === null) return <p>There is nothing to show of this submission.</p>;
  const lead = current ? goTo : undefined;
  return (
    <div class="result" data-verdict={view.verdict.code}>
      <h2 class={view.verdict.code === "AC" ? "good" : "bad"}>
        {view.verdict.code} {view.verdict.words}
      </h2>
      {!current && <p class="faint">This is the result of an earlier text.</p>}
      <p>
        <Code text={view.summary} />
      </p>
      {view.counts !== "" && <p class="faint">{view.counts}</p>}
      {view.title && <h3>{view.title}</h3>}
      {view.place && (
        <p>
          <Line line={view.place.line} goTo={lead} /> <Code text={view.place.text} />
        </p>
      )}
      <Case view={view} goTo={lead} />
      <Listed title="The cases that took most" lines={view.costly} />
      <Listed title="Alone, this input passes: an earlier call leaves state behind." lines={view.leak} />
      {view.schedule && <Schedule schedule={view.schedule} goTo={lead} />}
      <Again row={row} view={view} addInput={addInput} />
      <Printed title="Your program printed on the samples" text={view.samples_printed} />
      {view.score && <Score score={view.score} />}
      {view.runtime && <Ratio ratio={view.runtime} />}
      {view.growth && <Growth growth={view.growth} />}
      {view.ladder && <Ladder ladder={view.ladder} />}
      {view.cost && <Cost cost={view.cost} />}
      <Figures view={view} />
      {view.notes.map((note, place) => (
        <p key={place} class="note">
          Note:{" "}
          {note.line !== null && (
            <Fragment>
              <Line line={note.line} goTo={lead} />:{" "}
            </Fragment>
          )}
          <Code text={note.text} />
        </p>
      ))}
      {view.isolation !== "" && <p class="bad">{view.isolation}</p>}
    </div>
  );
}

function Listed({ title, lines }: { title: string; lines: string[] | undefined }) {
  if (!lines?.length) return null;
  return (
    <Fragment>
      <h3>{title}</h3>
      <ul>
        {lines.map((line, place) => (
          <li key={place}>
            <Code text={line} />
          </li>
        ))}
      </ul>
    </Fragment>
  );
}

/** What is drawn above is not told twice. */
function Figures({ view }: { view: View }) {
  const drawn = [view.runtime && "runtime", view.ladder && "ladder"];
  const left = view.figures.filter(({ name }) => !drawn.includes(name));
  if (left.length === 0) return null;
  return (
    <dl class="figures">
      {left.map(({ name, text }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Again(props: { row: Row; view: View; addInput: (input: string) => void }) {
  const { row, view } = props;
  const [said, setSaid] = useState("");
  const input = view.input ?? null;
  if (!view.replay && !view.savable && input === null) return null;
  const save = async () => {
    try {
      const answer = await request(under("submissions", row.id, "pytest"));
      download(await answer.blob(), `test_${(slugOf(row.problem) ?? "case").replaceAll("-", "_")}.py`);
      setSaid("Saved.");
    } catch (error) {
      setSaid(told(error));
    }
  };
  return (
    <section aria-label="Play it again">
      <h3>Play it again</h3>
      {view.replay && (
        <p class="value">
          <Code text={view.replay} /> <Copy text={view.replay} what="the command" />
        </p>
      )}
      <p>
        {input !== null && (
          <button type="button" onClick={() => props.addInput(inputText(input))}>
            Add to inputs
          </button>
        )}{" "}
        {view.savable && (
          <button type="button" onClick={() => void save()}>
            Save as test
          </button>
        )}{" "}
        <span role="status">{said}</span>
      </p>
    </section>
  );
}
