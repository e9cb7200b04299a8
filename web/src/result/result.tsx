// The result of a submission.
import { Fragment, h } from "preact";
import type { Row, View } from "../shapes";

export interface ResultProps {
  row: Row;
  view: View | null;
  /** Whether the text has not changed since: otherwise nothing leads into it. */
  current: boolean;
  goTo: (line: number) => void;
  addInput: (args: Record<string, unknown>) => void;
}

export function Result({ row, view }: ResultProps) {
  return (
    <Fragment>
      <h3>{row.report?.verdict}</h3>
      <p>{view?.summary}</p>
    </Fragment>
  );
}
