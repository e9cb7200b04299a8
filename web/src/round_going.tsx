// The round that goes on in this browser: its problems are shown there, without their rules.
import { h } from "preact";
import { Screen } from "./screen";

const KEPT = "judge.round";

/** Remember a round that goes on; null: none does. */
export function keepRound(round: { id: string; parts: { slug: string }[] } | null): void {
  try {
    if (round === null) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, JSON.stringify({ id: round.id, slugs: round.parts.map(({ slug }) => slug) }));
  } catch {
    // Then the whole statement can be opened beside the round.
  }
}

/** The round that a problem is a part of; null where none goes on. */
export function roundOf(slug: string): string | null {
  try {
    const { id, slugs } = JSON.parse(localStorage.getItem(KEPT) ?? "{}") as { id?: string; slugs?: string[] };
    return id !== undefined && slugs?.includes(slug) ? id : null;
  } catch {
    return null;
  }
}

export function Elsewhere({ id }: { id: string }) {
  return (
    <Screen title="In a round">
      <p>
        This problem is a part of the round that goes on. <a href={`/rounds/${id}`}>Go there</a>
      </p>
    </Screen>
  );
}
