// What every screen has: the header, its title, and where it says how things stand.
import { type ComponentChildren, h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ApiError, told } from "./api";

type Listener = (text: string) => void;
let saying = "";
const listeners = new Set<Listener>();

/** Say in the header how the text is kept; empty says nothing. */
export function say(text: string): void {
  saying = text;
  for (const listener of listeners) listener(text);
}

const PLACES = [
  ["/", "Problems"],
  ["/submissions", "Attempts"],
  ["/rounds", "Rounds"],
  ["/progress", "Progress"],
  ["/settings", "Settings"],
] as const;

export function Header({ place }: { place: string }) {
  const [text, setText] = useState(saying);
  useEffect(() => {
    listeners.add(setText);
    return () => void listeners.delete(setText);
  }, []);
  return (
    <header>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <nav aria-label="Screens">
        {PLACES.map(([address, name]) => (
          <a key={address} href={address} aria-current={place === address ? "page" : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <span id="state" role="status">
        {text}
      </span>
    </header>
  );
}

/** The main part of a screen; `done` once it shows what was asked for. */
export function Screen(props: {
  title: string;
  done?: boolean;
  wide?: boolean;
  hideTitle?: boolean;
  children: ComponentChildren;
}) {
  useEffect(() => {
    document.title = props.title === "judge" ? "judge" : `${props.title} - judge`;
  }, [props.title]);
  return (
    <main
      id="main"
      tabIndex={-1}
      class={props.wide ? "wide" : ""}
      data-state={props.done === false ? "busy" : "done"}
    >
      {!props.hideTitle && <h1>{props.title}</h1>}
      {props.children}
    </main>
  );
}

export function Fault({ error }: { error: unknown }) {
  const near = error instanceof ApiError ? error.problem.near : undefined;
  return (
    <Screen title="That did not work">
      <p role="alert">{told(error)}</p>
      {Array.isArray(near) &&
        near.map((slug) => (
          <p key={slug}>
            Did you mean <a href={`/problems/${encodeURIComponent(String(slug))}`}>{String(slug)}</a>?
          </p>
        ))}
      <p>
        <a href="/">To the list of problems</a>
      </p>
    </Screen>
  );
}

/** Ask once; what came, or what went wrong, or neither yet. */
export function useAnswer<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  keys: unknown[],
): { found?: T; error?: unknown } {
  const [state, setState] = useState<{ found?: T; error?: unknown }>({});
  useEffect(() => {
    const aborted = new AbortController();
    setState({});
    ask(aborted.signal).then(
      (found) => !aborted.signal.aborted && setState({ found }),
      (error: unknown) => !aborted.signal.aborted && setState({ error }),
    );
    return () => aborted.abort();
  }, keys);
  return state;
}
