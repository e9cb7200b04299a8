import { h } from "preact";
import { Screen } from "./screen";

export function Progress() {
  return (
    <Screen title="Progress">
      <p>This version of the page does not show it yet.</p>
    </Screen>
  );
}
