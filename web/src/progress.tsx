// Progress: what was done day by day, what is due, by topic, and which mistakes were made.
import { Fragment, h } from "preact";
import { api } from "./api";
import { dayName } from "./moments";
import { Fault, Screen, useAnswer } from "./screen";
import type { ProblemLine } from "./shapes";

interface Work {
  today: string;
  problems: Record<string, { state: string; attempts: number }>;
  days: Record<string, number>;
  due: string[];
  topics: { topic: string; solved: number; tried: number; new: number }[];
  mistakes: Record<string, number>;
}

interface Recall {
  problem: string;
  due: string;
  likelihood: number;
  rating: string;
  why: string;
}

interface Due {
  today: string;
  asked: Recall[];
  waiting: Recall[];
  done: Recall[];
  later: Recall[];
}

const WEEKS = 12;
const DAY_MS = 86_400_000;
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MISTAKES: Record<string, string> = {
  WA: "wrong answer",
  TLE: "too slow",
  MLE: "too much memory",
  RTE: "an exception",
  OLE: "too much output",
  CE: "does not load",
  RV: "a forbidden act",
};

interface Found {
  work: Work;
  due: Due;
  next: { problem: string | null; why: string };
  problems: ProblemLine[];
}

async function load(signal: AbortSignal): Promise<Found> {
  const [work, due, next, { problems }] = await Promise.all([
    api<Work>("/v1/progress", { signal }),
    api<Due>("/v1/due", { signal }),
    api<{ problem: string | null; why: string }>("/v1/next", { signal }),
    api<{ problems: ProblemLine[] }>("/v1/problems", { signal }),
  ]);
  return { work, due, next, problems };
}

export function Progress() {
  const { found, error } = useAnswer(load, []);
  if (error !== undefined) return <Fault error={error} />;
  return (
    <Screen title="Progress" done={found !== undefined}>
      {found !== undefined && <Shown {...found} />}
    </Screen>
  );
}

function Shown({ work, due, next, problems }: Found) {
  const titles = new Map(problems.map(({ slug, title }) => [slug, title]));
  const link = (slug: string) => <a href={`/problems/${slug}`}>{titles.get(slug) ?? slug}</a>;
  if (Object.keys(work.problems).length === 0) return <Beginning problems={problems} />;
  return (
    <Fragment>
      {next.problem !== null && (
        <p>
          Next: {link(next.problem)} ({next.why})
        </p>
      )}
      <h2>Twelve weeks</h2>
      <HeatMap days={work.days} today={work.today} />
      <h2>Due</h2>
      <DueList due={due} link={link} />
      <h2>Topics</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label="Topics">
        <table>
          <thead>
            <tr>
              {["Topic", "Solved", "Tried", "New"].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {work.topics.map((one) => (
              <tr key={one.topic}>
                <th scope="row">{one.topic}</th>
                <td>{one.solved}</td>
                <td>{one.tried}</td>
                <td>{one.new}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>Mistakes</h2>
      {Object.keys(work.mistakes).length === 0 ? (
        <p>No submission has failed.</p>
      ) : (
        <ul>
          {Object.entries(work.mistakes).map(([verdict, count]) => (
            <li key={verdict}>
              {verdict}, {MISTAKES[verdict] ?? "another failure"}: {count}
            </li>
          ))}
        </ul>
      )}
    </Fragment>
  );
}

function Beginning({ problems }: { problems: ProblemLine[] }) {
  const order = ["easy", "medium", "hard"];
  const place = (one: ProblemLine) => order.indexOf(one.difficulty) + (one.kind === "function" ? 0 : 9);
  const three = [...problems].sort((one, other) => place(one) - place(other)).slice(0, 3);
  return (
    <Fragment>
      <p>Nothing is done yet. Three problems to begin with:</p>
      <ul>
        {three.map(({ slug, title, difficulty }) => (
          <li key={slug}>
            <a href={`/problems/${slug}`}>{title}</a> ({difficulty})
          </li>
        ))}
      </ul>
    </Fragment>
  );
}

/** Weeks as columns and days as rows; each cell says its day and its tries. */
function HeatMap({ days, today }: { days: Record<string, number>; today: string }) {
  const end = Date.parse(`${today}T00:00:00Z`);
  const monday = end - ((new Date(end).getUTCDay() + 6) % 7) * DAY_MS;
  const weeks = Array.from({ length: WEEKS }, (_, at) => monday - (WEEKS - 1 - at) * 7 * DAY_MS);
  const name = (time: number) => new Date(time).toISOString().slice(0, 10);
  const level = (count: number) => (count === 0 ? 0 : count < 3 ? 1 : count < 6 ? 2 : count < 12 ? 3 : 4);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Tries of twelve weeks">
      <table class="heat">
        <thead>
          <tr>
            <td />
            {weeks.map((week) => (
              <th key={week} scope="col">
                {dayName(name(week))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {WEEKDAYS.map((weekday, at) => (
            <tr key={weekday}>
              <th scope="row">{weekday}</th>
              {weeks.map((week) => {
                const time = week + at * DAY_MS;
                if (time > end) return <td key={week} />;
                const count = days[name(time)] ?? 0;
                const told = `${dayName(name(time))}: ${count} ${count === 1 ? "try" : "tries"}`;
                return (
                  <td key={week} class={`heat-${level(count)}`} title={told}>
                    <span aria-hidden="true">{count === 0 ? "" : count}</span>
                    <span class="unseen">{told}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DueList({ due, link }: { due: Due; link: (slug: string) => preact.JSX.Element }) {
  const rows = [
    ...due.asked.map((one) => ({ one, told: "today" })),
    ...due.waiting.map((one) => ({ one, told: "due, for another day" })),
    ...due.later.slice(0, 10).map((one) => ({ one, told: `on ${dayName(one.due)}` })),
  ];
  if (rows.length === 0) return <p>Nothing is due.</p>;
  return (
    <ul>
      {rows.map(({ one, told }) => (
        <li key={one.problem}>
          {link(one.problem)}: {told}; last time {one.rating} ({one.why})
        </li>
      ))}
    </ul>
  );
}
