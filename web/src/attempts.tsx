// One's attempts, newest first, one of them, and what was typed in between.
import { Fragment, h } from "preact";
import { useState } from "preact/hooks";
import { api, told, under } from "./api";
import { Difference } from "./difference";
import type { Drafts } from "./drafts";
import { replace } from "./drafts/server";
import { when } from "./moments";
import { go } from "./paths";
import { Result } from "./result/result";
import { Fault, Screen, useAnswer } from "./screen";
import type { Row } from "./shapes";

interface Line {
  id: string;
  problem: string;
  submitted_at: string;
  status: string;
  verdict: string | null;
  has_source: boolean;
  ratio: number | null;
}

interface Page {
  submissions: Line[];
  next: string | null;
}

interface Source {
  source: string;
  language: string;
}

/** Those of one problem, or of all; a part of a screen. */
export function Attempts({ slug }: { slug: string | null }) {
  const query = slug === null ? "" : `?problem=${slug}`;
  const [more, setMore] = useState<Page[]>([]);
  const [ticked, setTicked] = useState<string[]>([]);
  const [fault, setFault] = useState("");
  const { found, error } = useAnswer(
    (signal) => api<Page>(`/v1/submissions${query}`, { signal }),
    [slug],
  );
  if (error !== undefined) return <p role="alert">{told(error)}</p>;
  if (found === undefined) return <p>Loading ...</p>;
  const pages = [found, ...more];
  const lines = pages.flatMap(({ submissions }) => submissions);
  const next = pages.at(-1)?.next ?? null;
  if (lines.length === 0)
    return (
      <p>
        Nothing is submitted yet. <a href="/">To the list of problems</a>
      </p>
    );
  const tick = (id: string) =>
    setTicked((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id].slice(-2)));
  const load = () =>
    api<Page>(next ?? "").then(
      (page) => setMore([...more, page]),
      (problem: unknown) => setFault(told(problem)),
    );
  // The later one is compared with the earlier one, in whichever order they were ticked.
  const [later, earlier] = lines.filter(({ id }) => ticked.includes(id));
  return (
    <Fragment>
      <p>Tick two attempts to see what changed between them.</p>
      <div class="scroll" tabIndex={0} role="region" aria-label="Attempts">
        <table class="attempts">
          <thead>
            <tr>
              <th scope="col">Compare</th>
              <th scope="col">When</th>
              {slug === null && <th scope="col">Problem</th>}
              <th scope="col">Verdict</th>
              <th scope="col">Ratio</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <td>
                  {line.has_source ? (
                    <input
                      type="checkbox"
                      aria-label={`Compare the attempt of ${when(line.submitted_at)}`}
                      checked={ticked.includes(line.id)}
                      onChange={() => tick(line.id)}
                    />
                  ) : (
                    <span title="Its source was not kept">-</span>
                  )}
                </td>
                <td>
                  <a href={`/submissions/${line.id}`}>{when(line.submitted_at)}</a>
                </td>
                {slug === null && (
                  <td>
                    <a href={`/problems/${line.problem}`}>{line.problem}</a>
                  </td>
                )}
                <td class={`verdict ${line.verdict === "AC" ? "good" : ""}`}>
                  {line.verdict ?? line.status}
                </td>
                <td>{line.ratio === null ? "" : `${line.ratio.toFixed(2)}x`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {fault !== "" && <p role="alert">{fault}</p>}
      {next !== null && (
        <button type="button" onClick={() => void load()}>
          Show earlier ones
        </button>
      )}
      {later !== undefined && earlier !== undefined && <Compared earlier={earlier} later={later} />}
    </Fragment>
  );
}

const sourceOf = (id: string, signal: AbortSignal) =>
  api<Source>(under("submissions", id, "source"), { signal });

function Compared({ earlier, later }: { earlier: Line; later: Line }) {
  const { found, error } = useAnswer(
    (signal) => Promise.all([sourceOf(earlier.id, signal), sourceOf(later.id, signal)]),
    [earlier.id, later.id],
  );
  if (error !== undefined) return <p role="alert">{told(error)}</p>;
  if (found === undefined) return <p>Loading ...</p>;
  const name = (line: Line) => `${line.verdict ?? line.status}, ${when(line.submitted_at)}`;
  return (
    <Difference before={found[0].source} after={found[1].source} names={[name(earlier), name(later)]} />
  );
}

/** What was typed before, of one problem; `put` takes one into the editor. */
export function Versions({ drafts, put }: { drafts: Drafts; put: (text: string) => void }) {
  const [looked, setLooked] = useState<{ id: string; source: string } | null>(null);
  const [fault, setFault] = useState("");
  const { found, error } = useAnswer(async () => {
    await drafts.save();
    return drafts.versions();
  }, [drafts]);
  if (error !== undefined) return <p role="alert">{told(error)}</p>;
  if (found === undefined) return <p>Loading ...</p>;
  if (found.length === 0) return <p>Nothing is typed yet.</p>;
  const look = (id: string) =>
    drafts.version(id).then(
      (source) => setLooked({ id, source }),
      (problem: unknown) => setFault(told(problem)),
    );
  return (
    <Fragment>
      <ul class="versions">
        {found.map((one) => (
          <li key={one.id}>
            {when(one.updated_at)}, {one.bytes} bytes{one.head ? " (the text now)" : ""}{" "}
            <button type="button" onClick={() => void look(one.id)}>
              Look at it
            </button>
          </li>
        ))}
      </ul>
      {fault !== "" && <p role="alert">{fault}</p>}
      {looked !== null && (
        <Fragment>
          <button type="button" onClick={() => put(looked.source)}>
            Put it into the editor
          </button>
          <pre tabIndex={0} aria-label="This version">
            {looked.source}
          </pre>
          <Difference before={looked.source} after={drafts.text} names={["this version", "the text now"]} />
        </Fragment>
      )}
    </Fragment>
  );
}

export function Attempt({ id }: { id: string }) {
  const { found, error } = useAnswer(
    (signal) => api<Row>(`${under("submissions", id)}?view=page`, { signal }),
    [id],
  );
  if (error !== undefined) return <Fault error={error} />;
  return (
    <Screen title={found === undefined ? "Attempt" : `Attempt at ${found.problem}`} done={found !== undefined}>
      {found !== undefined && (
        <Fragment>
          <p>
            {when(found.submitted_at)}, <a href={`/problems/${found.problem}`}>to the problem</a>,{" "}
            <a href={`/submissions?problem=${found.problem}`}>all attempts at it</a>
          </p>
          {found.report === null ? (
            <p>It is {found.status}; there is no report.</p>
          ) : (
            <Result
              row={found}
              view={found.view}
              current={false}
              goTo={() => undefined}
              addInput={() => undefined}
            />
          )}
          <Handed row={found} />
        </Fragment>
      )}
    </Screen>
  );
}

/** The source as it was handed in. */
function Handed({ row }: { row: Row }) {
  const [fault, setFault] = useState("");
  const { found, error } = useAnswer((signal) => sourceOf(row.id, signal), [row.id]);
  const put = (source: string) =>
    replace(row.problem, source).then(
      () => go(`/problems/${row.problem}`),
      (problem: unknown) => setFault(told(problem)),
    );
  return (
    <section aria-labelledby="source-title">
      <h2 id="source-title">Source</h2>
      {error !== undefined && <p>{told(error)}</p>}
      {found !== undefined && (
        <Fragment>
          <button type="button" onClick={() => void put(found.source)}>
            Put it into the editor
          </button>{" "}
          The text that is there stays under Versions.
          <pre tabIndex={0} aria-label="Source" class="source">
            {found.source}
          </pre>
        </Fragment>
      )}
      {fault !== "" && <p role="alert">{fault}</p>}
    </section>
  );
}
