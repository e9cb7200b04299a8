// The scorecard of a round: five criteria, why, how sure, and what to practise next.
import { Fragment, h } from "preact";
import type { Card } from "./rounds";

const CRITERIA: Record<string, string> = {
  coding: "Coding and algorithms",
  clean: "Clean, efficient code",
  solving: "Problem solving",
  complexity: "Time and space complexity",
  testing: "Test and debug",
};
const LEVELS = ["", "1, strong no", "2, no", "3, yes", "4, strong yes"];
const TOLD: Record<string, string> = {
  paused: "The round was paused.",
  clock_moved: "The clock of this machine was moved.",
  pasted: "A text was pasted.",
  same_as_own: "A text is the same as an earlier one of yours.",
  same_as_known: "A text is the same as a known solution.",
  counterexample_driven: "Counterexamples did the testing: three submissions were made blindly.",
  hints: "Hints were opened.",
  late: "Something was submitted after the deadline.",
};

export function Scorecard({ card }: { card: Card }) {
  return (
    <section aria-labelledby="card-title">
      <h2 id="card-title">Scorecard</h2>
      <p>
        {card.leans === null
          ? "Too little was judged to say where it leans."
          : `Leaning: ${card.leans}.`}
      </p>
      {Object.entries(card.levels).map(([name, level]) => (
        <Fragment key={name}>
          <h3>
            {CRITERIA[name] ?? name}:{" "}
            {level === null ? "not judged" : `${LEVELS[level] ?? level} (${card.sure[name] ?? ""})`}
          </h3>
          <ul>
            {(card.evidence[name] ?? []).flatMap(({ part, level: of, sentences }) =>
              sentences.map((sentence, at) => (
                <li key={`${part} ${at}`}>
                  {part} ({of}): {sentence}
                </li>
              )),
            )}
            {(card.doubts[name] ?? []).map((doubt) => (
              <li key={doubt}>Less sure: {doubt}</li>
            ))}
          </ul>
        </Fragment>
      ))}
      {card.told.map((one) => (
        <p key={one}>{TOLD[one] ?? one}</p>
      ))}
      <h3>To practise next</h3>
      <ul>
        {card.practise.map(({ words, command }) => (
          <li key={command}>
            {words}: <code>{command}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
