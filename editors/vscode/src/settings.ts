// Where the server is, and which token may go there.

import * as vscode from "vscode";

const EXAMPLE_URL = "http://127.0.0.1:8000";
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** One server, and the token for it: null where none may be sent or none is kept. */
export interface Place {
  readonly url: string;
  readonly loopback: boolean;
  readonly token: string | null;
}

/** A setting that cannot be; the message says which, and how to mend it. */
export class SettingError extends Error {}

export function setting<T>(name: string, otherwise: T): T {
  return vscode.workspace.getConfiguration("judge").get<T>(name) ?? otherwise;
}

/** A variable of the environment; a browser has none. */
function variable(name: string): string {
  const host = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return host.process?.env?.[name] ?? "";
}

/** What the person has set; no folder's settings may send a token anywhere. */
function chosenServer(): string {
  const found = vscode.workspace.getConfiguration("judge").inspect<string>("server");
  return (found?.globalValue ?? "").trim() || variable("JUDGE_SERVER");
}

/** The folder of the local server's token, server.json and log. */
export function stateFolder(): vscode.Uri | null {
  const found = vscode.workspace.getConfiguration("judge").inspect<string>("stateFolder");
  const named = (found?.globalValue ?? "").trim() || variable("JUDGE_STATE_DIR");
  if (named) return folder(named);
  const home = variable("HOME");
  const state = variable("XDG_STATE_HOME") || (home && `${home}/.local/state`);
  return state ? vscode.Uri.joinPath(folder(state), "coding-round-judge") : null;
}

function folder(named: string): vscode.Uri {
  // A scheme of one letter would be a drive.
  return /^[a-z][a-z0-9+.-]+:/i.test(named) ? vscode.Uri.parse(named) : vscode.Uri.file(named);
}

/**
 * The server to ask now, or null where none runs. It is looked up at every request: it may be another
 * one, with a new token. There is no default: who listens at the judge's usual port may be a stranger.
 */
export async function place(): Promise<Place | null> {
  const chosen = chosenServer();
  const found = chosen || (await noted());
  if (!found) return null;
  const url = checked(found);
  const loopback = isLoopback(url);
  // The token file is the local server's: no other host gets it.
  const token = variable("JUDGE_TOKEN") || (loopback ? await keptToken() : "");
  return { url, loopback, token: token && (loopback || chosen) ? token : null };
}

/** The address in server.json, which only a server of this machine writes; empty where that is gone. */
async function noted(): Promise<string> {
  try {
    const { url, pid } = JSON.parse((await stateFile("server.json")) ?? "") as { url?: unknown; pid?: unknown };
    return typeof url === "string" && isLoopback(url) && lives(pid) ? url : "";
  } catch {
    return "";
  }
}

/** Whether a process lives, as far as can be told. A killed server leaves its port to strangers. */
function lives(pid: unknown): boolean {
  const host = globalThis as { process?: { kill?: (pid: number, signal: number) => void } };
  if (typeof pid !== "number" || host.process?.kill === undefined) return true;
  try {
    host.process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function keptToken(): Promise<string> {
  return ((await stateFile("token")) ?? "").trim();
}

async function stateFile(name: string): Promise<string | null> {
  const state = stateFolder();
  if (state === null) return null;
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(state, name));
    return new TextDecoder().decode(bytes);
  } catch {
    return null;
  }
}

function isLoopback(url: string): boolean {
  try {
    return LOOPBACK.includes(new URL(url).hostname);
  } catch {
    return false;
  }
}

function checked(url: string): string {
  try {
    const { protocol, username, password } = new URL(url);
    if (/^https?:$/.test(protocol) && !username && !password) return url.replace(/\/+$/, "");
  } catch {
    // said below
  }
  throw new SettingError(`judge.server is no address of a server, such as ${EXAMPLE_URL}`);
}
