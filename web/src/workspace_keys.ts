// What the keys of a problem's screen do, wherever the focus is.
import { useEffect } from "preact/hooks";
import { isKey, KEYS } from "./keys";
import { settings } from "./settings";
import type { Pane } from "./workspace_parts";

export interface Doings {
  show: (pane: Pane) => void;
  submit: () => void;
  run: () => void;
  save: () => void;
  help: () => void;
}

const PANES = { statement: KEYS.statement, code: KEYS.code, result: KEYS.result };

export function useKeys(doings: Doings): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      for (const [name, key] of Object.entries(PANES))
        if (isKey(event, key.usual)) {
          event.preventDefault();
          doings.show(name as Pane);
        }
      if (event.defaultPrevented) return;
      const does = doingOf(event, doings);
      if (does === null) return;
      event.preventDefault();
      does();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  });
}

function doingOf(event: KeyboardEvent, { submit, run, save, help }: Doings): (() => void) | null {
  const inside = event.target instanceof Element ? event.target : null;
  const typing = inside?.closest("input, textarea, select, .cm-editor") ?? null;
  const keys = settings();
  if (isKey(event, keys.submitKey)) return submit;
  if (isKey(event, keys.runKey) || event.key === "F9") return run;
  if (isKey(event, KEYS.save.usual)) return save;
  return event.key === "?" && typing === null ? help : null;
}
