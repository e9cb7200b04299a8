// What this extension reads of the judge's answers; it ignores all other fields.

export interface Failure {
  readonly line?: number | null;
  readonly column?: number | null;
  readonly exception?: { readonly line?: number | null } | null;
}

export interface Report {
  readonly verdict: string;
  readonly summary: string;
  readonly failure: Failure | null;
  readonly problem: { readonly slug: string };
  readonly runtime?: { readonly ratio?: number | null } | null;
}

/** Where a failure stands in the source, and in which words; lines and columns begin at 1. */
export interface Mark {
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
}

export interface Submission {
  readonly id: string;
  readonly problem: string;
  readonly status: string;
  readonly found_by?: string | null;
  readonly report: Report | null;
  readonly mark?: Mark | null;
}

export interface ProblemLine {
  readonly slug: string;
  readonly title: string;
  readonly difficulty: string;
  readonly tags: readonly string[];
}

export interface Problem extends ProblemLine {
  readonly language?: string;
  readonly hints?: readonly string[];
  readonly statement: string;
  readonly starter: string;
  readonly signature: string;
  readonly samples: readonly { readonly arguments: unknown }[];
  readonly interface?: { readonly names?: readonly string[] };
}

/** The mark of a submission that was not accepted. */
export function markOf(submission: Submission): Mark | null {
  const report = submission.report;
  if (report === null || report.verdict === "AC") return null;
  if (submission.mark) return submission.mark;
  const failure = report.failure;
  const line = failure?.line ?? failure?.exception?.line ?? null;
  return { line, column: failure?.column ?? null, message: report.summary };
}
