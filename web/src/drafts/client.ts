// Who types: one name a tab, held by a lock, so that a text left by a tab that ended is known from
// one that another tab still types.
import type { Kept } from "./store";

const releases = new Map<string, () => Promise<void>>();

export function newClient(): string {
  // `randomUUID` is there in secure contexts alone, and a host of one's own may be none.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** How long a page that was left may hold its name still. */
const LEAVING_MS = 2_000;

/** Take the first of these texts that no living tab types; null where there is none. */
export async function abandoned(texts: Kept[]): Promise<Kept | null> {
  // What the server may lack was perhaps typed in a page that is being left in this very moment.
  for (const text of texts) if (await hold(text.client, text.sent < text.serial ? LEAVING_MS : 0)) return text;
  return null;
}

/** Hold a name for as long as this tab lives; false where another one does, after some patience. */
export function hold(client: string, patience = 0): Promise<boolean> {
  // Without locks (no secure context) nothing is known of other tabs, and every one gets a new name.
  if (!("locks" in navigator)) return Promise.resolve(false);
  return new Promise((resolve) => {
    const options = patience > 0 ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true };
    const over = navigator.locks.request(`draft ${client}`, options, (lock) => {
      resolve(lock !== null);
      if (lock === null) return undefined;
      return new Promise<void>((release) => {
        releases.set(client, async () => {
          release();
          await over;
        });
      });
    });
    over.catch(() => resolve(false));
  });
}

/** Let go of a name: whoever opens the text next goes on under it. */
export async function release(client: string): Promise<void> {
  const end = releases.get(client);
  releases.delete(client);
  await end?.();
}
