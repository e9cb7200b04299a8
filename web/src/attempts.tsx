// One's attempts, newest first, and one of them.
import { h } from "preact";
import { api, told, under } from "./api";
import type { Drafts } from "./drafts";
import { Result } from "./result/result";
import { Fault, Screen, useAnswer } from "./screen";
import type { Row } from "./shapes";

/** Those of one problem, or of all; a part of a screen. */
export function Attempts({ slug }: { slug: string | null }) {
  const query = slug === null ? "" : `?problem=${slug}`;
  const { found, error } = useAnswer(
    (signal) => api<{ submissions: Row[] }>(`/v1/submissions${query}`, { signal }),
    [slug],
  );
  if (error !== undefined) return <p role="alert">{told(error)}</p>;
  return (
    <ul>
      {found?.submissions.map((one) => (
        <li key={one.id}>
          <a href={`/submissions/${one.id}`}>
            {one.problem}, {one.submitted_at.slice(0, 16)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What was typed before, of one problem; `put` takes one into the editor. */
export function Versions(_props: { drafts: Drafts; put: (text: string) => void }) {
  return <p>This version of the page does not show them yet.</p>;
}

export function Attempt({ id }: { id: string }) {
  const { found, error } = useAnswer(
    (signal) => api<Row>(`${under("submissions", id)}?view=page`, { signal }),
    [id],
  );
  if (error !== undefined) return <Fault error={error} />;
  return (
    <Screen title="Attempt" done={found !== undefined}>
      {found !== undefined && (
        <Result row={found} view={found.view} current={false} goTo={() => undefined} addInput={() => undefined} />
      )}
    </Screen>
  );
}
