// Hints and the editorial of a problem.
import { h } from "preact";

export function Help(_props: { slug: string }) {
  return <p>This version of the page does not show it yet.</p>;
}
