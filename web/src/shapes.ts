// What the server answers with, as far as the page reads it; every text of a `View` is escaped.

/** A node of a text: a string, or its tag, attributes and children. */
export type TextNode = string | [string, Record<string, string>, TextNode[]];

export interface Session {
  owner: string;
  local: boolean;
  scopes: string[];
  server: { version: string; tier: string; timing: boolean; hidden: string; workers: number };
}

export interface ProblemLine {
  slug: string;
  title: string;
  difficulty: string;
  kind: string;
  topic: string | null;
  tags: string[];
  signature: string;
  version: string;
}

export interface Parameter {
  name: string;
  type: string;
  shape: string;
  of: string | null;
}

export interface Problem extends ProblemLine {
  language: string;
  statement: string;
  statement_tree: TextNode[];
  starter: string;
  hints: string[];
  hint_count: number;
  questions: { ask: string; crucial: boolean }[];
  listens: string[];
  samples: { arguments: Record<string, unknown>; expected: unknown; explanation: string }[];
  complexity: Record<string, string>;
  memory_bytes: number;
  interface: {
    kind: string;
    names: string[];
    parameters: Parameter[];
    returns: string;
    returns_shape: string;
    methods: { name: string; parameters: Parameter[]; returns: string }[];
  };
  leetcode: number | null;
}

export interface TreeDrawing {
  kind: "tree";
  nodes: { text: string; left: number | null; right: number | null; mark: string }[];
}

export interface ChainDrawing {
  kind: "chain";
  texts: string[];
}

export interface Value {
  text: string;
  cut?: boolean;
}

export interface Argument extends Value {
  name: string;
  draw: TreeDrawing | ChainDrawing | null;
}

export interface TableView {
  name: string;
  columns: string[];
  rows: string[][];
  count: number;
  text: string;
}

/** What is drawn of one case. */
export interface CaseView {
  arguments: Argument[];
  expected: Value | null;
  actual: Value | null;
  difference: { text: string; mark: "same" | "missing" | "extra" }[] | null;
  calls: { n: number; call: string; expected: string; actual: string; mark: string }[] | null;
  tables: TableView[] | null;
  threads: { before: string[]; threads: string[][]; after: string[] } | null;
  alt: string;
  message: string;
  printed: string;
  traceback: string[];
}

/** What is drawn of a report. The fields of a case are there where one failed. */
export interface View extends Partial<CaseView> {
  summary: string;
  figures: { name: string; text: string }[];
  notes: { line: number | null; text: string }[];
  replay: string | null;
}

/** A report as the contract has it; what only some kinds have is looked up where it is drawn. */
export interface Report {
  verdict: string;
  summary: string;
  submission: { language: string; sha256: string; bytes: number };
  failure: (Record<string, unknown> & { line: number | null }) | null;
  [field: string]: unknown;
}

/** A submission: where it is, and its report once there is one. */
export interface Row {
  id: string;
  problem: string;
  submitted_at: string;
  status: "queued" | "running" | "done" | "cancelled";
  report: Report | null;
  view: View | null;
  mark: { line: number | null; column: number | null; message: string } | null;
}

/** One input that was played. */
export interface Played {
  verdict: string;
  arguments: Record<string, unknown>;
  expected: unknown;
  actual: unknown;
  view: CaseView;
  [field: string]: unknown;
}
