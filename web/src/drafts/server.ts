// The server's side of a draft: what it has, and what this browser alone has of tabs that ended.
import { ApiError, api, under } from "../api";
import type { Head } from "./choose";
import { hold, newClient, release } from "./client";
import type { Kept, Store } from "./store";

/** So long an editor waits for the server's text before it shows its own. */
const OPENING_MS = 3_000;

/** The server's text; null where it has none, undefined where it does not answer. */
export async function headOf(slug: string): Promise<Head | null | undefined> {
  try {
    return await api<Head | null>(under("drafts", slug), { signal: AbortSignal.timeout(OPENING_MS) });
  } catch {
    return undefined;
  }
}

/** Send a text; throws `ApiError`, with the server's text in it where both have parted. */
export async function put(kept: Kept, etag: string | null, keepalive: boolean): Promise<string> {
  const { slug, text: source, client, serial, inputs } = kept;
  const answer = await api<{ etag: string }>(under("drafts", slug), {
    method: "PUT",
    body: { source, client, serial, inputs: inputs ?? [] },
    headers: etag === null ? { "If-None-Match": "*" } : { "If-Match": etag },
    keepalive,
  });
  return answer.etag;
}

/** The server's text in an answer that both are kept; null in any other. */
export function parted(error: unknown): Head | null {
  if (!(error instanceof ApiError) || error.status !== 409) return null;
  return (error.problem.head as Head | undefined) ?? null;
}

/** Send the texts of tabs that ended before the server had them: they become versions there. */
export async function sendLeft(store: Store, texts: Kept[]): Promise<void> {
  for (const one of texts) {
    if (!(await hold(one.client))) continue;
    try {
      if (one.sent < one.serial) await put(one, null, false).catch(unlessKept);
      await store.drop(one.slug, one.client);
    } catch {
      // It stays in this browser until the server answers.
    } finally {
      await release(one.client);
    }
  }
}

function unlessKept(error: unknown): void {
  if (parted(error) === null) throw error;
}

/** Make a text the problem's, under a name of its own, so that the one before it becomes a version. */
export async function replace(slug: string, source: string): Promise<void> {
  const head = await api<Head | null>(under("drafts", slug));
  await api(under("drafts", slug), {
    method: "PUT",
    body: { source, client: newClient(), serial: 1, inputs: head?.inputs ?? [] },
    headers: head === null ? { "If-None-Match": "*" } : { "If-Match": head.etag },
  });
}
