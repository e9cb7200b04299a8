// What a person has chosen for this browser, in localStorage.

export interface Settings {
  keys: "plain" | "vim";
  runKey: string;
  submitKey: string;
  fontSize: number;
  tabSize: 2 | 4;
  theme: "system" | "light" | "dark";
  wrap: boolean;
  completion: boolean;
  /** Have what is accepted timed against the reference; a host decides that for others. */
  timing: boolean;
}

const PLACE = "judge.settings";
export const DEFAULTS: Settings = {
  keys: "plain",
  runKey: "Mod-'",
  submitKey: "Mod-Enter",
  fontSize: 14,
  tabSize: 4,
  theme: "system",
  wrap: false,
  completion: true,
  timing: true,
};
const CHOICES: { [name in keyof Settings]?: readonly unknown[] } = {
  keys: ["plain", "vim"],
  tabSize: [2, 4],
  theme: ["system", "light", "dark"],
};
const listeners = new Set<() => void>();
let current = read();
/** Whether the browser refused to keep the last change. */
export let refused = false;

export function settings(): Settings {
  return current;
}

/** Change some of the settings here and in every other tab. */
export function change(some: Partial<Settings>): void {
  current = { ...current, ...some };
  try {
    localStorage.setItem(PLACE, JSON.stringify(current));
    refused = false;
  } catch {
    refused = true;
  }
  apply();
}

export function onSettings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

addEventListener("storage", (event) => {
  if (event.key !== PLACE) return;
  current = read();
  apply();
});

/** Show what the whole document shows of them. */
export function apply(): void {
  const root = document.documentElement;
  if (current.theme === "system") delete root.dataset.theme;
  else root.dataset.theme = current.theme;
  root.style.setProperty("--code-size", `${current.fontSize}px`);
  for (const listener of listeners) listener();
}

function read(): Settings {
  let kept: Record<string, unknown> = {};
  try {
    kept = JSON.parse(localStorage.getItem(PLACE) ?? "{}") as Record<string, unknown>;
  } catch {
    // What another version left, or an older hand, counts as nothing.
  }
  const found: Record<string, unknown> = { ...DEFAULTS };
  for (const [name, given] of Object.entries(kept ?? {})) {
    const choices = CHOICES[name as keyof Settings];
    const fits = choices === undefined ? typeof given === typeof found[name] : choices.includes(given);
    if (name in DEFAULTS && fits) found[name] = given;
  }
  const size = Number(found.fontSize);
  found.fontSize = Math.min(24, Math.max(12, Math.round(size) || DEFAULTS.fontSize));
  return found as unknown as Settings;
}
