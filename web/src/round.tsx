import { h } from "preact";
import { Screen } from "./screen";

export function Round(_props: { id: string }) {
  return (
    <Screen title="Round">
      <p>This version of the page does not show it yet.</p>
    </Screen>
  );
}
