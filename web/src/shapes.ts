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
  /** `texts` are the arguments as Python writes them. */
  samples: {
    arguments: Record<string, unknown>;
    texts: Record<string, string>;
    expected: unknown;
    explanation: string;
  }[];
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

/** Linked lists, one below the other; of a long one, a text stands for its middle. */
export interface ChainsDrawing {
  kind: "chains";
  chains: string[][];
  /** Lists that are left out. */
  left_out: number;
}

/** A tree too large to be drawn. */
export interface OutlineDrawing {
  kind: "outline";
  lines: string[];
}

export type Drawing = TreeDrawing | ChainsDrawing | OutlineDrawing;

export interface Value {
  text: string;
  cut?: boolean;
}

export interface Argument extends Value {
  name: string;
  draw: Drawing | null;
}

export interface TableView {
  name: string;
  columns: string[];
  rows: string[][];
  /** Places of the rows that differ from those expected there. */
  wrong: number[];
  count: number;
  text: string;
}

export interface CallRow {
  /** Null: calls that are left out. */
  n: number | null;
  call: string;
  expected: string;
  actual: string;
  mark: string;
}

/** What is drawn of one case. */
export interface CaseView {
  arguments: Argument[];
  expected: Value | null;
  actual: Value | null;
  difference: { text: string; mark: "same" | "missing" | "extra" }[] | null;
  calls: CallRow[] | null;
  tables: TableView[] | null;
  threads: { before: string[]; threads: string[][]; after: string[] } | null;
  alt: string;
  /** False where many answers are right. */
  exact: boolean;
  /** The arguments as texts of fields; null where one of them is not whole. */
  input: Record<string, string> | null;
  message: string;
  printed: string;
  printed_left_out: number;
  printed_loading: string;
  traceback: string[];
}

/** A ratio with its interval. */
export interface RatioView {
  ratio: number;
  low: number;
  high: number;
  text: string;
  calls: string;
}

/** A chart; its places go from 0 to 1. */
export interface GrowthView {
  title: string;
  text: string;
  lines: { name: string; measured: string; points: [number, number][] }[];
  sizes: { at: number; text: string }[];
  costs: { at: number; text: string }[];
  rows: { n: string; yours: string; reference: string }[];
}

export interface LadderView {
  text: string;
  rungs: { name: string; ratio: string; own: boolean }[];
}

export interface ScheduleView {
  title: string;
  columns: string[];
  steps: { column: number; line: number; text: string; switched: boolean }[];
  left_out: number;
  why: string;
}

export interface ScoreView {
  caught: number;
  of: number;
  line: string;
  first: string;
  kills: [string, number][];
  left_out: number;
}

export interface CostView {
  text: string;
  plans: { name: string; steps: { depth: number; text: string }[] }[];
}

/** What is drawn of a report. The fields of a case are there where one failed. */
export interface View extends Partial<CaseView> {
  verdict: { code: string; words: string };
  summary: string;
  counts: string;
  samples_printed: string;
  title?: string;
  place?: { line: number; column: number | null; text: string } | null;
  costly?: string[];
  leak?: string[];
  figures: { name: string; text: string }[];
  runtime: RatioView | null;
  growth: GrowthView | null;
  ladder: LadderView | null;
  schedule: ScheduleView | null;
  score: ScoreView | null;
  cost: CostView | null;
  notes: { line: number | null; text: string }[];
  isolation: string;
  replay: string | null;
  /** Whether the input that fails can be written as a test. */
  savable: boolean;
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
