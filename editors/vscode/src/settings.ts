// Where the server is, and which token may go there.

import * as vscode from "vscode";

const DEFAULT_URL = "http://127.0.0.1:8000";
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

/** The server to ask now. It is looked up at every request: it may be another one, with a new token. */
export async function place(): Promise<Place> {
  const chosen = chosenServer();
  const url = checked(chosen || (await noted()) || DEFAULT_URL);
  const loopback = isLoopback(url);
  // The token file is the local server's: no other host gets it.
  const token = variable("JUDGE_TOKEN") || (loopback ? await keptToken() : "");
  return { url, loopback, token: token && (loopback || chosen) ? token : null };
}

/** The address in server.json, which only a server of this machine writes. */
async function noted(): Promise<string> {
  try {
    const { url } = JSON.parse((await stateFile("server.json")) ?? "") as { url?: unknown };
    return typeof url === "string" && isLoopback(url) ? url : "";
  } catch {
    return "";
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
  throw new SettingError(`judge.server is no address of a server, such as ${DEFAULT_URL}`);
}
