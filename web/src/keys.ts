// The keys of the problem's screen: what each does, and what is pressed for it.
import { DEFAULTS, settings } from "./settings";

interface Key {
  does: string;
  usual: string;
  keys: () => string[];
}

const fixed = (does: string, ...keys: [string, ...string[]]): Key => ({
  does,
  usual: keys[0],
  keys: () => keys,
});

export const KEYS = {
  submitKey: { does: "submit", usual: DEFAULTS.submitKey, keys: () => [settings().submitKey] },
  runKey: { does: "run the inputs", usual: DEFAULTS.runKey, keys: () => [settings().runKey, "F9"] },
  save: fixed("save now", "Mod-s"),
  statement: fixed("to the statement", "Alt-1"),
  code: fixed("to the code", "Alt-2"),
  result: fixed("to the result", "Alt-3"),
  comment: fixed("comment the lines", "Mod-/"),
  move: fixed("move the lines", "Alt-ArrowUp", "Alt-ArrowDown"),
  copy: fixed("copy the lines", "Shift-Alt-ArrowUp", "Shift-Alt-ArrowDown"),
  remove: fixed("delete the lines", "Mod-Shift-k"),
  next: fixed("select the next occurrence", "Mod-d"),
  indent: fixed("indent", "Mod-]"),
  find: fixed("find", "Mod-f"),
  line: fixed("go to a line", "Alt-g"),
  fault: fixed("to the next mark", "F8"),
  leave: fixed("Tab leaves the editor (Escape, then Tab, does once)", "Ctrl-m"),
  help: fixed("these keys, outside the editor", "?"),
} as const;

const apple = /Mac|iPhone|iPad/.test(navigator.platform);

/** A key as people read it on this machine. */
export function shownKey(key: string): string {
  return key
    .replace("Mod", apple ? "Cmd" : "Ctrl")
    .replace(/Arrow(?=Up|Down)/, "")
    .replaceAll("-", "+")
    .replace(/\b[a-z]$/, (letter) => letter.toUpperCase());
}

/** Whether an event is that key, outside the editor. */
export function isKey(event: KeyboardEvent, key: string): boolean {
  const parts = key.split(/-(?=.)/);
  const name = parts.pop()!;
  const mod = apple ? event.metaKey : event.ctrlKey;
  const named = event.key.toLowerCase() === name.toLowerCase();
  const coded = parts.includes("Alt") && event.code === `Digit${name}`;
  return (
    (named || coded) &&
    parts.includes("Mod") === mod &&
    parts.includes("Alt") === event.altKey &&
    (!parts.includes("Shift") || event.shiftKey)
  );
}
