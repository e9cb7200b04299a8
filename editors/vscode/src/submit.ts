// Submits the text of a document, saved or not, and follows it to its report.

import * as vscode from "vscode";
import { Marks } from "./marks";
import { Output } from "./output";
import { markOf, Report, Submission } from "./report";
import { AwayError, ask, events, plain, RefusedError, ServerEvent, showError, sleep, text } from "./server";
import { setting } from "./settings";
import { entryLine, pathOf, Targets } from "./target";

type Progress = vscode.Progress<{ message?: string; increment?: number }>;

const LONGEST_DELAY = 5_000;
const READY = [429, 503];
const MOST_REFUSALS = 5;

class Running {
  readonly abort = new AbortController();
  id: string | null = null;

  /** Cancel it on the server first: closing the connection alone cancels nothing. */
  async cancel(): Promise<void> {
    if (this.abort.signal.aborted) return;
    const id = this.id;
    const asked = id === null ? null : ask("DELETE", `/v1/submissions/${id}`, { starts: false });
    await asked?.catch(() => undefined);
    this.abort.abort();
  }
}

/** Submissions: at most one runs of each document. */
export class Submissions {
  private readonly running = new Map<string, Running>();
  private readonly last = new Map<string, Submission>();
  private readonly verdicts = new vscode.EventEmitter<{ slug: string; verdict: string }>();
  readonly judged = this.verdicts.event;

  constructor(
    private readonly targets: Targets,
    private readonly marks: Marks,
    private readonly output: Output,
    private readonly namesOf: (slug: string) => Promise<readonly string[]>,
  ) {}

  /** The last submission of a document that was judged in this window. */
  lastOf(document: vscode.TextDocument): Submission | null {
    return this.last.get(String(document.uri)) ?? null;
  }

  /** Show the newest result that the server has of a problem: after a reload there is no other. */
  async showKept(slug: string | null): Promise<void> {
    const path = `/v1/submissions?limit=1&problem=${slug}`;
    const { submissions } = slug
      ? await ask<{ submissions: { id: string }[] }>("GET", path)
      : { submissions: [] };
    const [newest] = submissions;
    if (newest === undefined) void vscode.window.showInformationMessage("Nothing has been judged yet.");
    else this.output.show(await this.pageOf(newest.id));
  }

  private pageOf(id: string): Promise<string> {
    const width = Math.round(Math.min(200, Math.max(40, setting("width", 100))));
    return text("GET", `/v1/submissions/${id}?width=${width}`);
  }

  async cancel(document: vscode.TextDocument): Promise<boolean> {
    const running = this.running.get(String(document.uri));
    await running?.cancel();
    return running !== undefined;
  }

  async submit(document: vscode.TextDocument): Promise<void> {
    const key = String(document.uri);
    // A second press asks for the text of now; the first one's verdict is of no use any more.
    await this.cancel(document);
    this.marks.clear(document);
    const running = new Running();
    this.running.set(key, running);
    const title = plain(`Judging ${pathOf(document).split("/").pop() ?? ""}`);
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    try {
      await vscode.window.withProgress(options, async (progress, token) => {
        token.onCancellationRequested(() => void running.cancel());
        await this.judge(document, running, progress);
      });
    } catch (error) {
      this.output.status(running.abort.signal.aborted ? "$(circle-slash) cancelled" : "$(warning) not judged");
      void showError(error);
    } finally {
      if (this.running.get(key) === running) this.running.delete(key);
    }
  }

  private async judge(document: vscode.TextDocument, running: Running, progress: Progress): Promise<void> {
    const { version } = document;
    const source = document.getText();
    this.output.status("$(sync~spin) judging");
    const sent = await this.send(document, source, running, progress);
    running.id = sent.id;
    if (running.abort.signal.aborted) await ask("DELETE", `/v1/submissions/${sent.id}`, { starts: false });
    const done = await this.follow(sent, running, progress);
    if (done.report === null) {
      this.output.status("$(circle-slash) cancelled");
      return;
    }
    this.last.set(String(document.uri), done);
    this.verdicts.fire({ slug: done.problem, verdict: done.report.verdict });
    this.output.status(statusText(done.problem, done.report));
    const words = `${done.report.verdict} ${done.report.summary}`;
    this.output.show(await this.pageOf(done.id).catch(() => words), words);
    if (document.isClosed) return;
    if (document.version !== version) this.output.outdated();
    else await this.mark(document, version, done);
  }

  private async mark(document: vscode.TextDocument, version: number, done: Submission): Promise<void> {
    const mark = markOf(done);
    if (mark === null || done.report === null) return;
    const names = await this.namesOf(done.problem).catch(() => []);
    if (document.isClosed || document.version !== version) return;
    this.marks.set(document, done.report.verdict, mark, entryLine(document, names));
  }

  /** Send a source; a server that is busy is asked again when it says so. */
  private async send(
    document: vscode.TextDocument,
    source: string,
    running: Running,
    progress: Progress,
  ): Promise<Submission> {
    const timing = setting("timing", false) ? true : null;
    const body = { path: pathOf(document), source, timing };
    // The same key at each try: a request whose answer was lost is not judged twice.
    const headers = { "Idempotency-Key": crypto.randomUUID() };
    for (;;) {
      try {
        const { signal } = running.abort;
        const sent = await ask<Submission>("POST", "/v1/submissions", { body, headers, signal });
        if ((await this.targets.find(document)) !== sent.problem) this.targets.refresh();
        return sent;
      } catch (error) {
        if (!(error instanceof RefusedError) || !READY.includes(error.status)) throw error;
        for (let left = Math.max(1, error.retrySeconds); left > 0; left--) {
          progress.report({ message: plain(`${error.message} (again in ${left} s)`) });
          await sleep(1_000, running.abort.signal);
        }
      }
    }
  }

  /** Follow a submission to its end, over broken streams and a server that was started anew. */
  private async follow(sent: Submission, running: Running, progress: Progress): Promise<Submission> {
    const { signal } = running.abort;
    let [last, refusals] = ["", 0];
    for (let delay = 250; ; delay = Math.min(delay * 2, LONGEST_DELAY)) {
      try {
        for await (const event of events(`/v1/submissions/${sent.id}/events`, last, signal)) {
          if (event.name === "report" || event.name === "cancelled") return event.data as Submission;
          [last, delay] = [event.id, 250];
          this.tell(event, progress);
        }
      } catch (error) {
        // The token was read just before a new server made another.
        const late = error instanceof RefusedError && error.status === 401 && ++refusals < MOST_REFUSALS;
        if (!(error instanceof AwayError) && !late) throw error;
        progress.report({ message: `${(error as Error).message} It is waited for; nothing is lost.` });
      }
      await sleep(delay, signal);
    }
  }

  private tell(event: ServerEvent, progress: Progress): void {
    if (event.name === "known") {
      const { problem, report } = event.data as Submission;
      if (report === null) return;
      this.output.status(`${statusText(problem, report)}, timing`);
      progress.report({ message: `${report.verdict}; timing` });
      return;
    }
    const message = stepWords(event);
    if (message !== null) progress.report({ message });
  }
}

const STEPS: Record<string, string> = {
  queued: "queued",
  building: "making the tests, once",
  started: "judging",
  searching: "accepted on the tests; trying fresh inputs",
  shrinking: "making the counterexample smaller",
  waiting: "waiting for a core to time on",
  timing: "timing",
};

function stepWords(event: ServerEvent): string | null {
  const data = event.data as { done?: number; total?: number; ahead?: number };
  if (event.name === "case") return `${data.done ?? 0} of ${data.total ?? 0} cases`;
  if (event.name === "queued" && data.ahead) return `queued, ${data.ahead} ahead`;
  return STEPS[event.name] ?? null;
}

function statusText(slug: string, report: Report): string {
  const ratio = report.runtime?.ratio;
  const speed = typeof ratio === "number" ? `, ${ratio.toFixed(2)}x` : "";
  return `${report.verdict === "AC" ? "$(pass)" : "$(error)"} ${report.verdict} ${slug}${speed}`;
}
