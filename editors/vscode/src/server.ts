// The judge over HTTP: questions, texts and event streams.

import * as vscode from "vscode";
import { place, Place, SettingError } from "./settings";
import { start } from "./start";

/** The server has answered, and said no; the message is its own. */
export class RefusedError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly retrySeconds: number,
  ) {
    super(message);
  }
}

/** No server answers. */
export class AwayError extends Error {}

export interface ServerEvent {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
}

interface Asked {
  readonly accept?: string;
  readonly body?: unknown;
  /** The body as JSON already: what is read and written again loses 5.0 and digits. */
  readonly json?: string;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
  /** Whether a server may be started for this question; a mere look at a file starts none. */
  readonly starts?: boolean;
}

/** Ask, and return the answer's JSON. */
export async function ask<T>(method: string, path: string, asked: Asked = {}): Promise<T> {
  const answer = await send(method, path, asked);
  return (answer.status === 204 ? null : await answer.json()) as T;
}

/** Ask for a text to be read by people. */
export async function text(method: string, path: string, asked: Asked = {}): Promise<string> {
  return (await send(method, path, { accept: "text/plain", ...asked })).text();
}

/** Yield the events of a submission. A stream that breaks off is an `AwayError`. */
export async function* events(path: string, last: string, signal: AbortSignal): AsyncGenerator<ServerEvent> {
  const headers: Record<string, string> = last ? { "Last-Event-ID": last } : {};
  const answer = await send("GET", path, { accept: "text/event-stream", headers, signal });
  const reader = answer.body!.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(away);
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      for (let end = rest.indexOf("\n\n"); end >= 0; end = rest.indexOf("\n\n")) {
        const event = parsed(rest.slice(0, end));
        rest = rest.slice(end + 2);
        if (event !== null) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function parsed(message: string): ServerEvent | null {
  const fields: Record<string, string> = {};
  for (const line of message.split("\n")) {
    const [, name, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (name !== undefined) fields[name] = value ?? "";
  }
  const { event, id, data } = fields;
  return event === undefined ? null : { id: id ?? "", name: event, data: JSON.parse(data ?? "null") };
}

async function send(method: string, path: string, asked: Asked): Promise<Response> {
  const there = await place();
  try {
    return await sendTo(there, method, path, asked);
  } catch (error) {
    const ours = there === null || there.loopback;
    if (!(error instanceof AwayError) || !ours || asked.starts === false) throw error;
    const problem = await start(asked.signal);
    if (problem !== null) throw new AwayError(`${error.message} ${problem}`);
    return await sendTo(await place(), method, path, asked);
  }
}

async function sendTo(there: Place | null, method: string, path: string, asked: Asked): Promise<Response> {
  if (there === null) throw new AwayError("No judge runs on this machine.");
  const headers: Record<string, string> = { Accept: asked.accept ?? "application/json", ...asked.headers };
  if (there.token !== null) headers["Authorization"] = `Bearer ${there.token}`;
  const body = asked.json ?? (asked.body === undefined ? null : JSON.stringify(asked.body));
  if (body !== null) headers["Content-Type"] = "application/json";
  const answer = await fetch(there.url + path, {
    method,
    headers,
    // A redirect would carry the token on; a cookie of this host is nobody's here.
    redirect: "error",
    credentials: "omit",
    cache: "no-store",
    body,
    signal: asked.signal ?? null,
  }).catch((error: unknown) => away(error, there));
  if (answer.ok) return answer;
  throw await refused(answer, there);
}

function away(error: unknown, there?: Place): never {
  if (error instanceof Error && error.name === "AbortError") throw error;
  throw new AwayError(there === undefined ? "The judge has gone away." : `No judge answers at ${there.url}.`);
}

async function refused(answer: Response, there: Place): Promise<RefusedError> {
  let words = `${there.url} answers what no judge answers (status ${answer.status}).`;
  if ((answer.headers.get("Content-Type") ?? "").startsWith("application/problem+json")) {
    const document = (await answer.json().catch(() => ({}))) as { detail?: unknown; title?: unknown };
    words = String(document.detail ?? document.title ?? words);
  }
  if (answer.status === 401) words = unknownToken(there, words);
  return new RefusedError(answer.status, words, Number(answer.headers.get("Retry-After")) || 0);
}

function unknownToken(there: Place, words: string): string {
  if (there.token !== null) return `The judge at ${there.url} refuses the token: ${words}`;
  return there.loopback
    ? "The token of the judge on this machine was not found: start `judge serve` once, or set judge.stateFolder."
    : `The judge at ${there.url} wants a token: set JUDGE_TOKEN where VS Code is started.`;
}

/** Show people what went wrong; what they cancelled went well. */
export async function showError(error: unknown): Promise<void> {
  if (error instanceof Error && error.name === "AbortError") return;
  const ours = error instanceof RefusedError || error instanceof AwayError || error instanceof SettingError;
  const words = error instanceof Error ? error.message : String(error);
  await vscode.window.showErrorMessage(plain(ours ? words : `The judge's extension failed: ${words}`));
}

/** A text for a notification, which would make a link of `[words](command:...)`; files have any name. */
export function plain(words: string): string {
  return words.replaceAll("](", "] (");
}

/** Wait; the signal ends it. */
export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new DOMException("cancelled", "AbortError"));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    signal?.addEventListener("abort", stop, { once: true });
  });
}
