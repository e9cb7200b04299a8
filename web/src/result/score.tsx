// What a suite of tests has caught: a row for each test.
import { Fragment, h } from "preact";
import type { ScoreView } from "../shapes";
import { Code } from "./parts";

export function Score({ score }: { score: ScoreView }) {
  return (
    <section aria-label="Score">
      <h3>
        Caught {score.caught} of {score.of}
      </h3>
      <p>
        <Bar name="caught" count={score.caught} of={score.of} /> {score.line}
      </p>
      {score.kills.length > 0 && (
        <Fragment>
          <div class="scroll" tabIndex={0} role="group" aria-label="Tests">
            <table class="kills">
              <caption>{score.first}</caption>
              <thead>
                <tr>
                  <th scope="col">Test</th>
                  <th scope="col">Caught first</th>
                </tr>
              </thead>
              <tbody>
                {score.kills.map(([test, first], place) => (
                  <tr key={place}>
                    <td>
                      <Code text={test} />
                    </td>
                    <td>
                      {first} <Bar name={test} count={first} of={score.of} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {score.left_out > 0 && <p class="faint">... {score.left_out} more tests</p>}
        </Fragment>
      )}
    </section>
  );
}

function Bar({ name, count, of }: { name: string; count: number; of: number }) {
  return (
    <meter min={0} max={Math.max(of, 1)} value={count} aria-label={name}>
      {count} of {of}
    </meter>
  );
}
