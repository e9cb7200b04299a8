// Small parts of a problem's screen.
import { Fragment, h } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Drafts } from "./drafts";
import { shownKey } from "./keys";
import type { Running } from "./running";
import { settings } from "./settings";
import { Keys } from "./settings_screen";
import type { Standing } from "./standing";

export type Pane = "statement" | "code" | "result";

const AWAY = "The server does not answer; what you type is kept in this browser.";

/** How the submission stands: one status, of which only the words change. */
export function Stand(props: { standing: Standing; running: Running; current: boolean }) {
  const { standing, running } = props;
  const earlier = !props.current && standing.row?.report ? " (of an earlier text)" : "";
  const gone = standing.gone ? "The server does not answer; asked again until it does. " : "";
  return (
    <div class="stand">
      <p role="status">
        {gone}
        {standing.told}
        {earlier} {running.told}
      </p>
      <span aria-hidden="true">{standing.step}</span>
    </div>
  );
}

/** What can be done with the text; there is no Reset where there is nothing to go back to. */
export function CodeBar(props: {
  busy: boolean;
  canSubmit: boolean;
  canRun: boolean;
  submit: () => void;
  run: () => void;
  cancel: () => void;
  reset: (() => void) | null;
  help: () => void;
}) {
  return (
    <div class="bar" role="toolbar" aria-label="Code">
      <button type="button" class="main" onClick={props.submit} disabled={!props.canSubmit}>
        {props.busy ? "Submit again" : "Submit"} <kbd>{shownKey(settings().submitKey)}</kbd>
      </button>
      <button type="button" onClick={props.run} disabled={!props.canRun}>
        Run <kbd>{shownKey(settings().runKey)}</kbd>
      </button>
      {props.busy && (
        <button type="button" onClick={props.cancel}>
          Cancel
        </button>
      )}
      {props.reset !== null && (
        <button type="button" onClick={props.reset}>
          Reset
        </button>
      )}
      <button type="button" aria-label="Keys" onClick={props.help}>
        ?
      </button>
    </div>
  );
}

/** In place of the statement. */
export function Parted({ away }: { away: boolean }) {
  return <p>{away ? AWAY : "Loading ..."}</p>;
}

/** Two tabs have typed: both texts are kept, and one is chosen to go on with. */
export function Conflict(props: { drafts: Drafts; texts: { mine: string; theirs: string } }) {
  return (
    <div role="alert" class="conflict">
      <p>Another tab has changed this text. Both are kept.</p>
      <button type="button" onClick={() => void props.drafts.keep("mine")}>
        Keep mine
      </button>
      <button type="button" onClick={() => void props.drafts.keep("theirs")}>
        Take theirs
      </button>
      <details>
        <summary>Theirs</summary>
        <pre tabIndex={0}>{props.texts.theirs}</pre>
      </details>
    </div>
  );
}

const PANES = [
  ["statement", "Statement"],
  ["code", "Code"],
  ["result", "Result"],
] as const;

/** Which pane is shown, where only one is. */
export function PaneBar(props: {
  pane: string;
  show: (pane: Pane) => void;
  submit: () => void;
}) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const view = window.visualViewport;
    if (!view) return undefined;
    // A keyboard on the screen covers the page's lower end in some browsers.
    const lift = () => {
      const covered = Math.max(0, innerHeight - view.height - view.offsetTop);
      bar.current?.style.setProperty("bottom", `${covered}px`);
    };
    view.addEventListener("resize", lift);
    return () => view.removeEventListener("resize", lift);
  }, []);
  return (
    <div ref={bar} class="panebar" role="group" aria-label="Panes">
      {PANES.map(([name, label]) => (
        <button
          key={name}
          type="button"
          aria-pressed={props.pane === name}
          onClick={() => props.show(name)}
        >
          {label}
        </button>
      ))}
      <button type="button" class="main" onClick={props.submit}>
        Submit
      </button>
    </div>
  );
}

export function KeysDialog({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="keys-title">
      <Fragment>
        <h2 id="keys-title">Keys</h2>
        <Keys />
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </Fragment>
    </dialog>
  );
}
