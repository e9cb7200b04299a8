// How a submission stands, and the words that tell it.
import type { Report, Row } from "./shapes";

export type Phase =
  | "idle"
  | "sending"
  | "queued"
  | "running"
  | "known"
  | "done"
  | "waiting"
  | "refused"
  | "cancelled";

/** Where a submission is. `gone`: the server does not answer; what is known stays shown. */
export interface Standing {
  phase: Phase;
  gone: boolean;
  /** What is told of it, in words. */
  told: string;
  /** Progress, which is not spoken. */
  step: string;
  row: Row | null;
  /** The text that was handed in. */
  source: string;
}

export const IDLE: Standing = {
  phase: "idle",
  gone: false,
  told: "",
  step: "",
  row: null,
  source: "",
};
/** Nothing more is told of it. */
export const OVER: readonly Phase[] = ["idle", "done", "refused", "cancelled"];

export function queued(ahead: number): string {
  return ahead > 0 ? `Queued, ${ahead} ahead.` : "Queued.";
}

export function said(report: Report, id: string): string {
  const whose = report.verdict === "IE" ? ` This is the judge's own fault, not yours; its id is ${id}.` : "";
  return `${report.verdict}: ${report.summary}${whose}`;
}

export function stepped(name: string, given: Record<string, unknown>): string {
  const count = Number.isFinite(given.total) ? ` ${Number(given.done)} of ${Number(given.total)}` : "";
  switch (name) {
    case "building":
      return `Making the cases, once:${count}`;
    case "started":
      return "Cases begin";
    case "case":
      return `Case${count}`;
    case "searching":
      return `Fresh inputs:${count}`;
    case "shrinking":
      return "Making the counterexample smaller";
    case "waiting":
      return "Waiting for a quiet core";
    case "timing":
      return `Timing:${count}`;
    default:
      return "Running";
  }
}
