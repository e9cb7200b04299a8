// The panes of a problem, and what happens between them.
import { h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Attempts, Versions } from "./attempts";
import type { DraftState, Drafts } from "./drafts";
import { type Editor, createEditor } from "./editor";
import { Help } from "./help";
import { Inputs, MOST_INPUTS, samplesOf } from "./inputs";
import { Splitter, type Tab, Tabs } from "./panes";
import { Result } from "./result/result";
import { type Running, STILL, run } from "./running";
import { say } from "./screen";
import { onSettings, settings } from "./settings";
import type { Problem } from "./shapes";
import { Statement } from "./statement";
import { IDLE, OVER } from "./standing";
import { Submitting } from "./submitting";
import { useKeys } from "./workspace_keys";
import { CodeBar, Conflict, KeysDialog, type Pane, PaneBar, Parted, Stand } from "./workspace_parts";

export interface WorkspaceProps {
  slug: string;
  problem: Problem | null;
  drafts: Drafts;
  /** The server does not answer; the statement comes with it. */
  away: boolean;
  /** More about the problem, before its other tabs. */
  more?: Tab[];
  /** Likewise, behind its help. */
  others?: Tab[];
  /** Nothing can be typed any more. */
  closed?: boolean;
  /** A person types. */
  typed?: () => void;
}

const NARROW = "(max-width: 800px)";

export function Workspace(props: WorkspaceProps) {
  const { slug, problem, drafts, away, more = [], others = [], closed = false } = props;
  const grid = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const submitting = useRef<Submitting | null>(null);
  const stopping = useRef<AbortController | null>(null);
  const [standing, setStanding] = useState(IDLE);
  const [running, setRunning] = useState<Running>(STILL);
  const [current, setCurrent] = useState(true);
  const [pane, setPane] = useState<Pane>("code");
  const [left, setLeft] = useState("statement");
  const [below, setBelow] = useState("inputs");
  const [keysShown, setKeysShown] = useState(false);
  const [kept, setKept] = useState<DraftState | null>(null);
  const [inputs, setOwnInputs] = useState<string[]>(drafts.inputs ?? []);
  const [, setChosen] = useState(settings());

  const language = problem?.language ?? "python";
  const setInputs = (now: string[]) => {
    drafts.setInputs(now);
    setOwnInputs(now);
    setRunning(STILL);
  };
  const show = (name: Pane) => {
    setPane(name);
    // Once it is there: a pane that is not shown takes no focus.
    requestAnimationFrame(() => {
      if (name === "code") editor.current?.focus();
      else document.getElementById(name === "statement" ? "left-panel" : "below-panel")?.focus();
    });
  };
  // Brought forward where one pane is shown at a time; the focus stays in the editor.
  const bring = (name: "inputs" | "result") => {
    setBelow(name);
    if (matchMedia(NARROW).matches) setPane("result");
  };
  const submit = () => {
    bring("result");
    editor.current?.mark([]);
    setCurrent(true);
    void drafts.save();
    void submitting.current?.submit(editor.current!.text());
  };
  const runInputs = async () => {
    if (problem === null) return;
    bring("inputs");
    stopping.current?.abort();
    stopping.current = new AbortController();
    const asked = { problem, source: editor.current!.text(), inputs };
    await run(asked, setRunning, stopping.current.signal);
  };
  const act = useRef({ submit, run: runInputs });
  act.current = { submit, run: runInputs };

  useEffect(() => {
    const made = createEditor(host.current!, drafts.text, language, {
      change(text) {
        drafts.change(text);
        setCurrent(text === submitting.current?.standing.source);
      },
      typed: () => props.typed?.(),
      run: () => void act.current.run(),
      submit: () => act.current.submit(),
      save: () => void drafts.save(),
    });
    editor.current = made;
    submitting.current = new Submitting(slug, setStanding);
    void submitting.current.resume();
    if (!submitting.current.over) setBelow("result");
    setCurrent(made.text() === submitting.current.standing.source);
    made.focus();
    const ends = [
      drafts.onState((state) => {
        setKept(state);
        say(state.text);
      }),
      drafts.onText((text) => made.setText(text)),
      onSettings(() => setChosen({ ...settings() })),
      () => submitting.current?.close(),
      () => stopping.current?.abort(),
      () => made.close(),
    ];
    return () => ends.forEach((end) => end());
  }, []);
  useEffect(() => {
    if (problem === null) return;
    // The server was away when the page came: only now is there anything to begin with.
    drafts.begun(problem.starter);
    if (drafts.inputs === null) setOwnInputs(samplesOf(problem));
  }, [problem]);
  useEffect(() => editor.current?.readOnly(closed), [closed]);
  useKeys({
    show,
    submit,
    run: () => void runInputs(),
    save: () => void drafts.save(),
    help: () => setKeysShown(true),
  });
  useEffect(() => {
    const { phase, row } = standing;
    const told = phase === "done" || phase === "known" ? row?.mark : null;
    if (told && current) editor.current?.mark([told]);
  }, [standing.phase, standing.row?.id]);

  const goTo = (line: number) => {
    setPane("code");
    requestAnimationFrame(() => editor.current?.goTo(line));
  };
  const addInput = (text: string) => {
    if (!inputs.includes(text) && inputs.length < MOST_INPUTS) setInputs([...inputs, text]);
    setBelow("inputs");
  };
  const put = (text: string) => {
    editor.current?.setText(text);
    show("code");
  };
  const split = (name: string) => (percent: number) =>
    grid.current?.style.setProperty(name, `${percent}%`);
  const { row } = standing;
  const busy = !OVER.includes(standing.phase);
  return (
    <div class="workspace" ref={grid} data-pane={pane}>
      <h1 class="unseen">{problem?.title ?? slug}</h1>
      <article class="pane left" aria-labelledby="title">
        <h2 id="title">{problem?.title ?? slug}</h2>
        <Tabs
          id="left"
          label="About the problem"
          chosen={left}
          choose={setLeft}
          tabs={[
            {
              name: "statement",
              label: "Statement",
              show: () =>
                problem === null ? <Parted away={away} /> : <Statement tree={problem.statement_tree} />,
            },
            ...more,
            { name: "help", label: "Help", show: () => <Help slug={slug} /> },
            ...others,
            { name: "attempts", label: "Attempts", show: () => <Attempts slug={slug} /> },
            { name: "versions", label: "Versions", show: () => <Versions drafts={drafts} put={put} /> },
          ]}
        />
      </article>
      <Splitter name="x" axis="x" label="Width of the statement" usual={45} move={split("--left")} />
      <div class="right">
        <section class="pane code" aria-label="Code">
          <CodeBar
            busy={busy}
            canSubmit={!away && !closed}
            canRun={!away && !closed && problem !== null}
            submit={submit}
            run={() => void runInputs()}
            cancel={() => void submitting.current?.cancel()}
            reset={problem !== null && !closed ? () => put(problem.starter) : null}
            help={() => setKeysShown(true)}
          />
          {kept?.conflict && <Conflict drafts={drafts} texts={kept.conflict} />}
          <div class="editor" ref={host} />
        </section>
        <Splitter name="y" axis="y" label="Height of the code" usual={60} move={split("--top")} />
        <section class="pane below" aria-label="Inputs and result" data-state={standing.phase}>
          <Stand standing={standing} running={running} current={current} />
          <Tabs
            id="below"
            label="Inputs and result"
            chosen={below}
            choose={setBelow}
            tabs={[
              {
                name: "inputs",
                label: "Inputs",
                show: () =>
                  problem !== null && (
                    <Inputs
                      problem={problem}
                      inputs={inputs}
                      setInputs={setInputs}
                      outcomes={running.outcomes}
                    />
                  ),
              },
              {
                name: "result",
                label: "Result",
                show: () =>
                  row?.report ? (
                    <Result
                      row={row}
                      view={row.view}
                      current={current}
                      goTo={goTo}
                      addInput={addInput}
                    />
                  ) : (
                    <p>Nothing is submitted yet.</p>
                  ),
              },
            ]}
          />
        </section>
      </div>
      <PaneBar pane={pane} show={show} submit={submit} />
      {keysShown && <KeysDialog close={() => setKeysShown(false)} />}
    </div>
  );
}
