// Threads: the calls of a case, and the schedule that fails, a column for each thread.
import { Fragment, h } from "preact";
import type { CaseView, ScheduleView } from "../shapes";
import { Code } from "./parts";

export function Threads({ calls }: { calls: NonNullable<CaseView["threads"]> }) {
  const longest = Math.max(0, ...calls.threads.map((one) => one.length));
  return (
    <Fragment>
      <Around title="Before" calls={calls.before} />
      <div class="scroll" tabIndex={0} role="group" aria-label="Calls of the threads">
        <table class="threads">
          <Head columns={calls.threads.map((_, place) => `thread ${place + 1}`)} />
          <tbody>
            {Array.from({ length: longest }, (_, row) => (
              <tr key={row}>
                {calls.threads.map((one, column) => (
                  <td key={column}>
                    <Code text={one[row] ?? ""} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Around title="After" calls={calls.after} />
    </Fragment>
  );
}

function Around({ title, calls }: { title: string; calls: string[] }) {
  if (calls.length === 0) return null;
  return (
    <p>
      {title}: <Code text={calls.join(", ")} />
    </p>
  );
}

export function Schedule(props: {
  schedule: ScheduleView;
  goTo?: ((line: number) => void) | undefined;
}) {
  const { schedule, goTo } = props;
  return (
    <section aria-label="Schedule">
      <h3>{schedule.title || "The schedule"}</h3>
      {schedule.left_out > 0 && <p class="faint">... {schedule.left_out} steps before these</p>}
      <div class="scroll" tabIndex={0} role="group" aria-label="The schedule, line by line">
        <table class="schedule">
          <Head columns={schedule.columns} />
          <tbody>
            {schedule.steps.map((step, place) => (
              <tr key={place} class={step.switched ? "switched" : ""}>
                {schedule.columns.map((_, column) => (
                  <td key={column}>
                    {column === step.column && (
                      <Fragment>
                        {step.switched ? "\u25b8 " : ""}
                        {goTo === undefined ? (
                          `${step.line}: `
                        ) : (
                          <button
                            type="button"
                            class="link"
                            aria-label={`line ${step.line}`}
                            onClick={() => goTo(step.line)}
                          >
                            {step.line}
                          </button>
                        )}{" "}
                        <Code text={step.text} />
                      </Fragment>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {schedule.why !== "" && (
        <p>
          <Code text={schedule.why} />
        </p>
      )}
    </section>
  );
}

function Head({ columns }: { columns: string[] }) {
  return (
    <thead>
      <tr>
        {columns.map((name, place) => (
          <th key={place} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
