// Starts the server of this machine. It goes on when the editor ends.

import * as vscode from "vscode";
import { setting } from "./settings";

const MOST_SECONDS = 60;

let starting: Promise<string | null> | null = null;

/** Start it, once at a time, and wait until it answers. Returns what went wrong, or null. */
export function start(signal?: AbortSignal): Promise<string | null> {
  starting ??= run().finally(() => (starting = null));
  if (signal === undefined) return starting;
  const stopped = new Promise<never>((_, reject) =>
    signal.addEventListener("abort", () => reject(new DOMException("cancelled", "AbortError")), { once: true }),
  );
  return Promise.race([starting, stopped]);
}

async function run(): Promise<string | null> {
  const command = setting<string[]>("command", ["judge"]);
  const said = `\`${[...command, "serve"].join(" ")}\``;
  if (vscode.env.uiKind === vscode.UIKind.Web && vscode.env.remoteName === undefined) {
    return `A page in a browser cannot start one, and may not reach this machine: use VS Code's own window.`;
  }
  if (!setting("autoStart", true) || command[0] === undefined) return `Start it: ${said}`;
  const terminal = vscode.window.createTerminal({
    name: "judge serve",
    shellPath: command[0],
    shellArgs: [...command.slice(1), "serve", "--ensure", "--json"],
    hideFromUser: true,
    isTransient: true,
  });
  const status = await ended(terminal);
  terminal.dispose();
  if (status === 0) return null;
  // The judge was found, and has said why on a terminal that nobody sees.
  if (status === 2 || status === 3) return `${said} refuses to: run it in a terminal, it says why.`;
  return `${said} could not start it; set judge.command to how you call the judge.`;
}

function ended(terminal: vscode.Terminal): Promise<number | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => done(undefined), MOST_SECONDS * 1000);
    const listener = vscode.window.onDidCloseTerminal((closed) => {
      if (closed === terminal) done(closed.exitStatus?.code);
    });
    function done(status: number | undefined): void {
      clearTimeout(timer);
      listener.dispose();
      resolve(status);
    }
  });
}
