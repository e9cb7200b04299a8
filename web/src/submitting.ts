// One submission at a time, from the key that was pressed to its report.
import { ApiError, api, told, under } from "./api";
import { newClient } from "./drafts/client";
import { type Kept, keep, keptOf } from "./kept_press";
import { settings } from "./settings";
import type { Report, Row, Session, View } from "./shapes";
import { IDLE, OVER, type Standing, queued, said, stepped } from "./standing";
import { type StreamEvent, sleep, stream } from "./stream";

const STEP_MS = 300;
const LONGEST_MS = 5_000;

/** A press that is followed. `dropped`: another one, or Cancel, has taken its place. */
interface Press {
  stop: AbortController;
  dropped: boolean;
}

export class Submitting {
  standing = IDLE;
  private press: Press = { stop: new AbortController(), dropped: false };
  private kept: Kept | null = null;
  private stepped = 0;

  constructor(
    private readonly slug: string,
    private readonly show: (standing: Standing) => void,
  ) {}

  get over(): boolean {
    return OVER.includes(this.standing.phase);
  }

  /** Hand a text in, in place of one that is judged still. */
  async submit(source: string): Promise<void> {
    const before = this.over ? null : this.kept?.id;
    this.press.dropped = true;
    this.begin({ key: newClient(), source, id: null });
    if (before) this.drop(before);
    await this.follow();
  }

  /** Go on where the page was left. */
  async resume(): Promise<void> {
    const kept = keptOf(this.slug);
    if (kept === null) return;
    this.begin(kept);
    await this.follow();
  }

  async cancel(): Promise<void> {
    const id = this.kept?.id;
    if (id) {
      try {
        await this.delete(id);
      } catch (error) {
        this.set({ step: told(error) });
        return;
      }
    }
    this.press.dropped = true;
    this.press.stop.abort();
    this.keep(null);
    this.set({ phase: "cancelled", gone: false, told: "Cancelled.", step: "" });
  }

  /** Stop watching; the submission goes on. */
  close(): void {
    this.press.stop.abort();
  }

  private begin(kept: Kept): void {
    this.press.stop.abort();
    this.press = { stop: new AbortController(), dropped: false };
    this.keep(kept);
    this.standing = { ...IDLE, phase: "sending", told: "Sending ...", source: kept.source };
    this.show(this.standing);
  }

  private async follow(): Promise<void> {
    const { press } = this;
    const { signal } = press.stop;
    try {
      const id = this.kept!.id ?? (await this.send(press));
      await stream(`${under("submissions", id)}/events?view=page`, (event) => this.on(event), signal);
    } catch (error) {
      if (signal.aborted) return;
      const forgotten = error instanceof ApiError && error.status === 404 && this.kept!.id !== null;
      this.keep(null);
      this.set({
        phase: "refused",
        gone: false,
        told: forgotten ? "The server no longer has this submission." : told(error),
        step: "",
      });
    }
  }

  /** Send until there is an answer: a repeated request with the same key judges nothing twice. */
  private async send(press: Press): Promise<string> {
    const { signal } = press.stop;
    for (let pause = 250; ; pause = Math.min(2 * pause, LONGEST_MS)) {
      try {
        const local = await isLocal();
        signal.throwIfAborted();
        // What is sent again with the same key must be the same.
        if (local && this.kept!.timing === undefined) this.keep({ ...this.kept!, timing: settings().timing });
        const { key, source, timing } = this.kept!;
        // Never aborted: who does not hear the answer knows no id to cancel.
        const row = await api<Row>("/v1/submissions", {
          method: "POST",
          body: { problem: this.slug, source, timing },
          headers: { "Idempotency-Key": key },
        });
        if (press.dropped) this.drop(row.id);
        signal.throwIfAborted();
        this.keep({ ...this.kept!, id: row.id });
        this.set({ phase: "queued", gone: false, row: { ...row, view: null }, told: "Queued.", step: "" });
        return row.id;
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof ApiError)) throw error;
        if (error.status === 503 || error.retryAfter !== null) await this.wait(error, signal);
        else if (error.status === 0) {
          this.set({ gone: true });
          await sleep(pause, signal);
        } else throw error;
        signal.throwIfAborted();
      }
    }
  }

  /** Count down what the server asks to wait, and say why. */
  private async wait(error: ApiError, signal: AbortSignal): Promise<void> {
    this.set({ phase: "waiting", gone: false, told: error.detail });
    for (let left = Math.ceil(error.retryAfter ?? 5); left > 0 && !signal.aborted; left--) {
      this.set({ step: `Sent again in ${left} s.` });
      await sleep(1_000, signal);
    }
    if (!signal.aborted) this.set({ phase: "sending", told: "Sending ...", step: "" });
  }

  private on({ name, data }: StreamEvent): void {
    const given = (data ?? {}) as Record<string, unknown>;
    if (name === "gone" || name === "back") this.set({ gone: name === "gone" });
    else if (name === "queued") this.set({ phase: "queued", told: queued(Number(given.ahead)) });
    else if (name === "known") this.reported("known", given);
    else if (name === "report") this.reported("done", given);
    else if (name === "cancelled") {
      this.keep(null);
      this.set({ phase: "cancelled", told: "Cancelled.", step: "" });
    } else this.progress(name, given);
  }

  private reported(phase: "known" | "done", given: Record<string, unknown>): void {
    const row = { ...this.standing.row, ...given } as Row;
    const report = row.report as Report;
    const view = given.view as View | null;
    this.set({
      phase,
      gone: false,
      row: { ...row, view },
      told: phase === "known" ? `${said(report, row.id)} Its time is being measured.` : said(report, row.id),
      step: phase === "known" ? "Timing ..." : "",
    });
  }

  private progress(name: string, given: Record<string, unknown>): void {
    // After the verdict the words stay; only the step beside them goes on.
    const first = this.standing.phase !== "running" && this.standing.phase !== "known";
    const now = performance.now();
    if (!first && now - this.stepped < STEP_MS) return;
    this.stepped = now;
    const step = { step: stepped(name, given) };
    this.set(first ? { phase: "running", told: "Running ...", ...step } : step);
  }

  private set(some: Partial<Standing>): void {
    this.standing = { ...this.standing, ...some };
    this.show(this.standing);
  }

  /** Cancel one that is of no use any more; whether that succeeds changes nothing for the next. */
  private drop(id: string): void {
    void this.delete(id).catch(() => null);
  }

  private delete(id: string): Promise<null> {
    return api<null>(under("submissions", id), { method: "DELETE" });
  }

  private keep(kept: Kept | null): void {
    this.kept = kept;
    keep(this.slug, kept);
  }
}

let session: Session | null = null;

/** Whether whoever is signed in owns this server. */
async function isLocal(): Promise<boolean> {
  session ??= await api<Session>("/v1/session");
  return session.local;
}
