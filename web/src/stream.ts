// Server-sent events by fetch, which can send headers; only while the page is visible.
import { ApiError, request } from "./api";

export interface StreamEvent {
  /** An event of the server; or `gone`, when it does not answer, and `back`, when it does again. */
  name: string;
  id: string;
  data: unknown;
}

/** The id of a stream's last event. */
const END = "end";
const SHORTEST_MS = 250;
const LONGEST_MS = 5_000;

/**
 * Read the events of `path` to their end, coming back after every interruption. Throws `ApiError`
 * where the server refuses, and ends silently once `signal` is aborted.
 */
export async function stream(
  path: string,
  onEvent: (event: StreamEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  let last = "";
  let pause = SHORTEST_MS;
  let gone = false;
  while (!signal.aborted) {
    await visible(signal);
    if (signal.aborted) return;
    const reading = new AbortController();
    const stop = () => reading.abort();
    const hidden = () => document.visibilityState === "hidden" && reading.abort();
    signal.addEventListener("abort", stop);
    document.addEventListener("visibilitychange", hidden);
    try {
      const headers = { Accept: "text/event-stream", ...(last ? { "Last-Event-ID": last } : {}) };
      const answer = await request(path, { headers, signal: reading.signal });
      if (gone) onEvent({ name: "back", id: last, data: null });
      gone = false;
      pause = SHORTEST_MS;
      for await (const event of events(answer)) {
        if (signal.aborted) return;
        last = event.id || last;
        onEvent(event);
        if (event.id === END) return;
      }
    } catch (error) {
      if (error instanceof ApiError && error.status !== 0 && error.status < 500) throw error;
      if (!reading.signal.aborted && !gone) onEvent({ name: "gone", id: last, data: null });
      gone = gone || !reading.signal.aborted;
    } finally {
      signal.removeEventListener("abort", stop);
      document.removeEventListener("visibilitychange", hidden);
      reading.abort();
    }
    await sleep(pause, signal);
    pause = Math.min(2 * pause, LONGEST_MS);
  }
}

async function* events(answer: Response): AsyncGenerator<StreamEvent> {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = (rest + value).replaceAll("\r\n", "\n").split("\n\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      const found = parsed(part);
      if (found !== null) yield found;
    }
  }
}

function parsed(text: string): StreamEvent | null {
  const event = { name: "message", id: "", data: "" };
  for (const line of text.split("\n")) {
    const field = /^(event|id|data): ?(.*)$/.exec(line);
    if (field === null) continue;
    if (field[1] === "event") event.name = field[2]!;
    else if (field[1] === "id") event.id = field[2]!;
    else event.data += field[2]!;
  }
  return event.data === "" ? null : { ...event, data: JSON.parse(event.data) as unknown };
}

export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener("abort", end);
  });
}

function visible(signal: AbortSignal): Promise<void> {
  if (document.visibilityState === "visible" || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const look = () => {
      if (document.visibilityState !== "visible" && !signal.aborted) return;
      document.removeEventListener("visibilitychange", look);
      signal.removeEventListener("abort", look);
      resolve();
    };
    document.addEventListener("visibilitychange", look);
    signal.addEventListener("abort", look);
  });
}
