// Which text an editor begins with: what this browser kept, what the server has, or the starter.

/** What this browser kept. `sent` is the newest serial that the server has. */
export interface Mine {
  client: string;
  serial: number;
  sent: number;
  text: string;
  inputs: string[] | null;
  /** Of the server's text that this one is made of; null where there was none. */
  etag: string | null;
}

/** What the server has. Its `etag` stands in quotes, as a header wants it. */
export interface Head {
  client: string;
  serial: number;
  source: string;
  inputs: string[];
  etag: string;
}

export interface Chosen {
  from: "mine" | "head" | "starter";
  text: string;
  inputs: string[] | null;
  etag: string | null;
  /** The server's text, where neither of both is made of the other. */
  theirs: Head | null;
}

/** Choose between both texts. `head` is null where the server has none, and undefined where it
 * does not answer, which is not the same. */
export function choose(mine: Mine | null, head: Head | null | undefined, starter: string): Chosen {
  if (mine === null) {
    if (!head) return { from: "starter", text: starter, inputs: null, etag: null, theirs: null };
    return ofHead(head);
  }
  const kept = (etag: string | null, theirs: Head | null = null): Chosen => ({
    from: "mine",
    text: mine.text,
    inputs: mine.inputs,
    etag,
    theirs,
  });
  if (head === undefined) return kept(mine.etag);
  if (head === null) return kept(null);
  if (head.client === mine.client) return mine.serial >= head.serial ? kept(head.etag) : ofHead(head);
  if (mine.etag === head.etag) return kept(head.etag);
  // The server has this text too, among the versions, and a newer one in its place.
  if (mine.sent >= mine.serial || mine.text === head.source) return ofHead(head);
  return kept(mine.etag, head);
}

function ofHead(head: Head): Chosen {
  const inputs = inputsOf(head);
  return { from: "head", text: head.source, inputs, etag: head.etag, theirs: null };
}

/** The inputs of a text; none at all are the samples. */
export function inputsOf(head: Head): string[] | null {
  return head.inputs.length > 0 ? head.inputs : null;
}

/** How many characters are gone between what both texts begin with and what both end with. */
export function removed(before: string, after: string): number {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return before.length - start - end;
}
