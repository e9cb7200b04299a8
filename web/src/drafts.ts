// The text of a problem as it is typed: kept in this browser at once, and on the server soon after.
import { ApiError, api, under } from "./api";
import { type Head, type Mine, choose, inputsOf, removed } from "./drafts/choose";
import { abandoned, hold, newClient, release } from "./drafts/client";
import { headOf, parted, put, sendLeft } from "./drafts/server";
import { type Kept, type Store, store } from "./drafts/store";

export interface DraftState {
  name: "saved" | "saving" | "local" | "beside" | "failed";
  /** What the header says. */
  text: string;
  /** Both texts, where this tab's and the server's have parted. */
  conflict: { mine: string; theirs: string } | null;
}

export interface Version {
  id: string;
  updated_at: string;
  bytes: number;
  head: boolean;
}

const AWAY = "the server does not answer";
const REST_MS = 300;
const LONGEST_MS = 2_000;
/** So much a request carries that outlives its page. */
const KEEPALIVE_BYTES = 60_000;
/** A text that loses more than this is kept apart first. */
const REMOVED = 40;
/** Problems whose last editor is being closed. */
const closing = new Map<string, Promise<void>>();

export class Drafts {
  text = "";
  inputs: string[] | null = null;
  private serial = 0;
  private sent = 0;
  private etag: string | null = null;
  private theirs: Head | null = null;
  /** The server has not said yet whether it has a text. */
  private unknown = false;
  private failed = false;
  /** Why the server has not taken the text; null where nothing is wrong. */
  private away: string | null = null;
  private pause = REST_MS;
  private retryAfter: number | null = null;
  private since = 0;
  private timer = 0;
  private sending: Promise<void> | null = null;
  private closed = false;
  /** This browser may have texts of this problem that no tab types any more. */
  private left = true;
  /** The newest serial that was sent to outlive the page. */
  private flushed = 0;
  private told = "";
  private readonly states = new Set<(state: DraftState) => void>();
  private readonly texts = new Set<(text: string) => void>();

  private constructor(
    private readonly slug: string,
    private client: string,
    private readonly kept: Store | null,
  ) {
    this.failed = kept === null;
    document.addEventListener("visibilitychange", this.seen);
    addEventListener("pagehide", this.seen);
    addEventListener("online", this.retry);
  }

  static async open(slug: string, starter: string): Promise<Drafts> {
    await closing.get(slug);
    const asking = headOf(slug);
    const kept = await store();
    const all = (await kept?.all(slug).catch(() => [])) ?? [];
    const texts = all.filter(({ apart }) => !apart);
    const left = await abandoned(texts);
    // Where nothing is known of other tabs, the newest text is gone on with under a new name.
    const mine = left ?? (navigator.locks === undefined ? (texts[0] ?? null) : null);
    const head = await asking;
    const drafts = new Drafts(slug, left?.client ?? newClient(), kept);
    if (left === null) await hold(drafts.client);
    // With the server away, what another tab types is nearer than the starter.
    const near = head === undefined ? (texts[0]?.text ?? starter) : starter;
    drafts.begin(mine, head, near);
    return drafts;
  }

  private begin(mine: Mine | null, head: Head | null | undefined, starter: string): void {
    const chosen = choose(mine, head, starter);
    this.text = chosen.text;
    this.inputs = chosen.inputs;
    this.etag = chosen.etag;
    this.theirs = chosen.theirs;
    this.unknown = head === undefined;
    this.away = this.unknown ? AWAY : null;
    this.serial = Math.max(mine?.serial ?? 0, head?.client === this.client ? head.serial : 0);
    this.sent = this.serial;
    if (chosen.from === "mine" && mine !== null) {
      if (head === null) this.sent = 0;
      else this.sent = head?.client === mine.client ? head.serial : Math.min(mine.sent, this.serial);
    }
    if (this.sent < this.serial || this.unknown) this.schedule(0);
    else if (head !== null) void this.sendLeft();
  }

  /** The starter came only after this was opened: an empty editor begins with it. */
  begun(starter: string): void {
    if (this.text !== "" || this.serial > 0) return;
    this.text = starter;
    for (const callback of this.texts) callback(starter);
  }

  /** The editor's text is another one. */
  change(text: string): void {
    if (text === this.text) return;
    if (this.sent < this.serial && removed(this.text, text) > REMOVED) this.keepApart();
    this.text = text;
    this.changed();
  }

  setInputs(inputs: string[]): void {
    if (JSON.stringify(inputs) === JSON.stringify(this.inputs)) return;
    this.inputs = inputs;
    this.changed();
  }

  private changed(): void {
    this.serial++;
    this.write();
    this.schedule(REST_MS);
  }

  /** Write to the disk of this browser, in the very moment. */
  private write(): void {
    if (this.kept === null) return this.tell();
    const done = (failed: boolean) => {
      if (failed !== this.failed) {
        this.failed = failed;
        this.tell();
      }
    };
    try {
      this.kept.put(this.record()).then(() => done(false), () => done(true));
    } catch {
      done(true);
    }
    this.tell();
  }

  private record(): Kept {
    const { slug, client, serial, sent, text, inputs, etag } = this;
    return { slug, client, serial, sent, text, inputs, etag, at: Date.now() };
  }

  /** What is about to go, and never was on the server, becomes a version there when it answers. */
  private keepApart(): void {
    this.left = true;
    const apart = { ...this.record(), client: newClient(), sent: 0, apart: true };
    try {
      this.kept?.put(apart).catch(() => undefined);
    } catch {
      // The header tells already that this browser keeps nothing.
    }
  }

  private schedule(rest: number): void {
    const now = performance.now();
    if (this.timer === 0) this.since = now;
    clearTimeout(this.timer);
    const wait = Math.max(0, Math.min(rest, this.since + Math.max(rest, LONGEST_MS) - now));
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      void this.save();
    }, wait);
    this.tell();
  }

  /** Send what is not on the server yet. */
  async save(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = 0;
    while (this.sending !== null) await this.sending;
    if (this.sent >= this.serial && !this.unknown) return;
    this.sending = this.unknown ? this.ask() : this.send();
    await this.sending;
    this.sending = null;
    if (this.away !== null) this.later();
    else if (this.sent < this.serial && this.timer === 0) this.schedule(REST_MS);
  }

  private async send(keepalive = false): Promise<void> {
    const record = this.record();
    try {
      const etag = await put(record, this.etag, keepalive);
      if (record.client !== this.client) return;
      if (record.serial > this.sent) {
        this.sent = record.serial;
        this.etag = etag;
        this.theirs = null;
      }
      this.reached();
    } catch (error) {
      if (record.client === this.client) this.refused(error, record.serial);
    }
  }

  private refused(error: unknown, serial: number): void {
    const head = parted(error);
    if (head !== null) {
      // The server keeps both.
      this.sent = Math.max(this.sent, serial);
      this.theirs = head;
      return this.reached();
    }
    const answered = error instanceof ApiError && error.status > 0;
    this.away = answered ? `the server refuses it: ${error.detail}` : AWAY;
    this.retryAfter = answered ? error.retryAfter : null;
    this.tell();
  }

  private reached(): void {
    this.away = null;
    this.pause = REST_MS;
    if (this.closed) return; // whoever goes on with this text has written a newer one
    this.write();
    void this.sendLeft();
  }

  /** Ask for the server's text, which did not answer when this was opened. */
  private async ask(): Promise<void> {
    const head = await headOf(this.slug);
    if (head === undefined) return;
    this.unknown = false;
    this.away = null;
    const clean = this.sent >= this.serial;
    if (head === null) {
      this.etag = null;
      this.sent = 0;
    } else if (head.client === this.client) {
      this.etag = head.etag;
      this.sent = Math.min(this.serial, head.serial);
    } else if (clean) {
      this.take(head);
    }
    this.tell();
  }

  private later(): void {
    this.pause = Math.min(2 * this.pause, document.hidden ? 10_000 : LONGEST_MS);
    const rest = this.retryAfter === null ? this.pause : 1_000 * this.retryAfter;
    this.retryAfter = null;
    if (!this.closed) this.schedule(rest);
  }

  private readonly retry = (): void => {
    if (this.away !== null) void this.save();
  };

  private readonly seen = (): void => {
    if (document.visibilityState === "visible") return this.retry();
    if (this.sent >= this.serial || this.unknown || this.flushed >= this.serial) return;
    const bytes = new TextEncoder().encode(JSON.stringify([this.text, this.inputs])).length;
    this.flushed = this.serial;
    if (bytes < KEEPALIVE_BYTES) void this.send(true);
    else void this.save();
  };

  /** Send what this browser alone has of tabs that ended; only once the server has a head. */
  private async sendLeft(): Promise<void> {
    if (!this.left || this.kept === null) return;
    this.left = false;
    const texts = await this.kept.all(this.slug).catch(() => []);
    await sendLeft(this.kept, texts.filter((one) => one.client !== this.client));
  }

  /** Decide between both texts of a conflict; the other one stays among the versions. */
  async keep(which: "mine" | "theirs"): Promise<void> {
    const theirs = this.theirs;
    if (theirs === null) return;
    if (which === "mine") {
      this.etag = theirs.etag;
      this.theirs = null;
      this.changed();
      return this.save();
    }
    if (this.sent < this.serial) await this.save();
    if (this.sent < this.serial) {
      // Nobody has this text yet: it stays in this browser under its name, to be sent later.
      this.left = true;
      await this.kept?.put({ ...this.record(), apart: true }).catch(() => undefined);
      await release(this.client);
      this.client = newClient();
      await hold(this.client);
    }
    this.take(this.theirs ?? theirs);
  }

  private take(head: Head): void {
    this.text = head.source;
    this.inputs = inputsOf(head);
    this.etag = head.etag;
    this.theirs = null;
    this.serial++;
    this.sent = this.serial;
    this.write();
    for (const callback of this.texts) callback(this.text);
  }

  /** Call back with each new state, and with the present one now. */
  onState(callback: (state: DraftState) => void): () => void {
    this.states.add(callback);
    callback(this.state());
    return () => void this.states.delete(callback);
  }

  /** Call back when another text has taken this one's place: the editor shows it then. */
  onText(callback: (text: string) => void): () => void {
    this.texts.add(callback);
    return () => void this.texts.delete(callback);
  }

  private tell(): void {
    const state = this.state();
    const told = `${state.text} ${this.theirs?.etag ?? ""}`;
    if (told === this.told) return;
    this.told = told;
    for (const callback of this.states) callback(state);
  }

  private state(): DraftState {
    const { failed, theirs } = this;
    const saved = this.sent >= this.serial && !this.unknown;
    const conflict = theirs === null ? null : { mine: this.text, theirs: theirs.source };
    const of = (name: DraftState["name"], text: string) => ({ name, text, conflict });
    if (failed)
      return of(
        "failed",
        saved
          ? "saved on the server, NOT kept in this browser: its storage fails"
          : "NOT kept: this browser's storage fails",
      );
    if (theirs !== null) return of("beside", "kept beside the other tab's version");
    if (this.away !== null) return of("local", `kept in this browser; ${this.away}`);
    return saved ? of("saved", "saved") : of("saving", "saving ...");
  }

  async versions(): Promise<Version[]> {
    return api<Version[]>(under("drafts", this.slug, "versions"));
  }

  async version(id: string): Promise<string> {
    return (await api<Head>(under("drafts", this.slug, "versions", id))).source;
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.states.clear();
    this.texts.clear();
    document.removeEventListener("visibilitychange", this.seen);
    removeEventListener("pagehide", this.seen);
    removeEventListener("online", this.retry);
    void this.save();
    const over = release(this.client);
    closing.set(this.slug, over);
    void over.then(() => closing.get(this.slug) === over && closing.delete(this.slug));
  }
}
