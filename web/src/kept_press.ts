// The press whose submission is followed, kept for a reload of the page: of each problem the newest.

/** What is kept for a reload: the key makes sure that one press is judged once. */
export interface Kept {
  key: string;
  source: string;
  id: string | null;
  /** Whether its time is measured; left out where the host decides. */
  timing?: boolean;
}

const place = (slug: string) => `judge.submission.${slug}`;

export function keep(slug: string, kept: Kept | null): void {
  try {
    if (kept === null) localStorage.removeItem(place(slug));
    else localStorage.setItem(place(slug), JSON.stringify(kept));
  } catch {
    // A reload then shows no result; the attempts have it.
  }
}

export function keptOf(slug: string): Kept | null {
  try {
    const found = localStorage.getItem(place(slug));
    return found === null ? null : (JSON.parse(found) as Kept);
  } catch {
    return null;
  }
}
