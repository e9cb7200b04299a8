// The settings of this browser, its keys, and signing out.
import { Fragment, h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { api, keepSecret } from "./api";
import { KEYS, shownKey } from "./keys";
import { Screen, useAnswer } from "./screen";
import { type Settings, change, onSettings, refused, settings } from "./settings";
import type { Session } from "./shapes";

export function SettingsScreen() {
  const [, setTimes] = useState(0);
  useEffect(() => onSettings(() => setTimes((count) => count + 1)), []);
  const { found: session } = useAnswer((signal) => api<Session>("/v1/session", { signal }), []);
  const now = settings();
  return (
    <Screen title="Settings">
      {refused && <p role="alert">This browser does not keep settings: they hold until it is closed.</p>}
      <form class="settings" onSubmit={(event) => event.preventDefault()}>
        <fieldset>
          <legend>Editor</legend>
          <Choice name="keys" label="Keys" choices={["plain", "vim"]} />
          <Sizes now={now} />
          <Choice name="tabSize" label="Tab size" choices={[2, 4]} />
          <Tick name="wrap" label="Wrap long lines" />
          <Tick name="completion" label="Complete words while typing" />
        </fieldset>
        <fieldset>
          <legend>Page</legend>
          {session?.local && <Tick name="timing" label="Measure the time of what is accepted" />}
          <Choice name="theme" label="Theme" choices={["system", "light", "dark"]} />
        </fieldset>
        <fieldset>
          <legend>Keys</legend>
          <Key name="submitKey" label="Submit" />
          <Key name="runKey" label="Run" />
          <p>Press a combination in a field to choose it; Backspace brings the usual one back.</p>
          <Keys />
        </fieldset>
      </form>
      <h2>This server</h2>
      {session !== undefined && <Server session={session} />}
      {session?.scopes.includes("admin") && (
        <p>
          <a href="/results">Results of all candidates</a>
        </p>
      )}
      <button type="button" onClick={() => void signOut()}>
        Sign out
      </button>
    </Screen>
  );
}

type Names<Kind> = { [name in keyof Settings]: Settings[name] extends Kind ? name : never }[keyof Settings];

function Choice<Name extends keyof Settings>(props: {
  name: Name;
  label: string;
  choices: readonly Settings[Name][];
}) {
  return (
    <label>
      {props.label}
      <select
        value={String(settings()[props.name])}
        onChange={(event) => {
          const chosen = props.choices.find((one) => String(one) === event.currentTarget.value);
          if (chosen !== undefined) change({ [props.name]: chosen });
        }}
      >
        {props.choices.map((one) => (
          <option key={String(one)}>{String(one)}</option>
        ))}
      </select>
    </label>
  );
}

function Sizes({ now }: { now: Settings }) {
  return (
    <label>
      Size of code
      <input
        type="number"
        min="12"
        max="24"
        value={now.fontSize}
        onChange={(event) => {
          const size = event.currentTarget.valueAsNumber;
          if (size >= 12 && size <= 24) change({ fontSize: Math.round(size) });
          event.currentTarget.value = String(settings().fontSize);
        }}
      />
    </label>
  );
}

function Tick({ name, label }: { name: Names<boolean>; label: string }) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={settings()[name]}
        onChange={(event) => change({ [name]: event.currentTarget.checked })}
      />
      {label}
    </label>
  );
}

function Key({ name, label }: { name: "runKey" | "submitKey"; label: string }) {
  return (
    <label>
      {label}
      <input
        readOnly
        value={shownKey(settings()[name])}
        onKeyDown={(event) => {
          if (event.key === "Tab" || event.key === "Escape") return;
          event.preventDefault();
          const key = event.key === "Backspace" ? KEYS[name].usual : pressed(event);
          if (key !== null) change({ [name]: key });
        }}
      />
    </label>
  );
}

/** The combination that an event is, as the editor names it; null where it would block typing. */
function pressed(event: KeyboardEvent): string | null {
  const mod = event.ctrlKey || event.metaKey;
  const plain = event.key.length === 1 && !mod;
  // Ctrl and Alt together type characters on many layouts.
  if (plain || (mod && event.altKey) || ["Control", "Meta", "Alt", "Shift", "Enter"].includes(event.key) && !mod)
    return null;
  if (["Control", "Meta", "Alt", "Shift"].includes(event.key)) return null;
  const shift = event.shiftKey && event.key.length > 1 ? "Shift-" : "";
  return `${mod ? "Mod-" : ""}${event.altKey ? "Alt-" : ""}${shift}${event.key}`;
}

export function Keys() {
  return (
    <dl class="keys">
      {Object.values(KEYS).map(({ does, keys }) => (
        <Fragment key={does}>
          <dt>
            {keys().map((key, place) => (
              <Fragment key={key}>
                {place > 0 && " or "}
                <kbd>{shownKey(key)}</kbd>
              </Fragment>
            ))}
          </dt>
          <dd>{does}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Server({ session }: { session: Session }) {
  const { server } = session;
  const who = session.local ? "the owner of this machine" : session.owner;
  return (
    <p>
      Signed in as {who}. Judge {server.version}, isolation {server.tier}
      {server.timing || session.local ? "" : ", timing off"}.
    </p>
  );
}

async function signOut(): Promise<void> {
  // Without the server the cookie stays, and is worth nothing without the secret.
  await api("/logout", { method: "POST", body: {} }).catch(() => null);
  keepSecret(null);
  location.replace("/login");
}
