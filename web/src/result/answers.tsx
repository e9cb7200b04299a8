// Expected and yours, side by side.
import { h } from "preact";
import type { CaseView, Value } from "../shapes";
import { Code, Copy } from "./parts";

type Parts = CaseView["difference"];
type Mark = "missing" | "extra";

export function Answers(props: {
  expected: Value;
  actual: Value;
  difference: Parts;
  exact: boolean;
}) {
  const { expected, actual, difference, exact } = props;
  return (
    <div class="answers">
      <Answer title={exact ? "Expected" : "One right answer"} value={expected} parts={difference} own="missing" />
      <Answer title="Yours" value={actual} parts={difference} own="extra" />
    </div>
  );
}

function Answer(props: { title: string; value: Value; parts: Parts; own: Mark }) {
  const { title, value, parts, own } = props;
  const shown = parts?.filter(({ mark }) => mark === "same" || mark === own);
  return (
    <section aria-label={title}>
      <h3>
        {title} <Copy text={value.text} what={title.toLowerCase()} cut={value.cut === true} />
      </h3>
      <p class="value">
        {shown === undefined ? (
          <Code text={value.text} />
        ) : (
          <code>
            {shown.map(({ text, mark }, place) =>
              mark === "same" ? text : <mark key={place} class={mark}>{text}</mark>,
            )}
          </code>
        )}
      </p>
      {value.cut && <p class="faint">It is cut: the whole value is longer.</p>}
    </section>
  );
}
