// Which problem a document is of: the judge says so, and what it said is kept.

import * as vscode from "vscode";
import { ask, RefusedError } from "./server";

const HEAD_LINES = 20;
const HEAD_CHARACTERS = 8_000;
const MOST_KEPT = 300;
const WAIT_MILLISECONDS = 300;
const LANGUAGES = ["python", "sql"];
/** What no judge need be asked about. */
const MARKED = /(?:#|--)[^\n]*?(?:\bjudge:[ \t]*[\w-]+|@lc[ \t]+app=\S+[ \t]+id=\d+)/;

type Found = string | null;

/** The problems of documents. `changed` fires when one may have become another. */
export class Targets implements vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<void>();
  private readonly asked = new Map<string, { head: string; found: Promise<Found> }>();
  private readonly held: vscode.Disposable[] = [this.changes];
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly changed = this.changes.event;

  constructor(private readonly memory: vscode.Memento) {
    this.held.push(
      vscode.window.onDidChangeActiveTextEditor(() => this.look()),
      vscode.workspace.onDidChangeTextDocument((event) => {
        const first = event.contentChanges.some((change) => change.range.start.line < HEAD_LINES);
        if (first && event.document === vscode.window.activeTextEditor?.document) this.lookSoon();
      }),
      vscode.workspace.onDidRenameFiles(() => this.look()),
      vscode.workspace.onDidCloseTextDocument((document) => this.asked.delete(String(document.uri))),
    );
    this.look();
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const one of this.held) one.dispose();
  }

  /** The problem of a document, as the judge says; else as it last said, or null. Starts no server. */
  find(document: vscode.TextDocument): Promise<Found> {
    if (!LANGUAGES.includes(document.languageId)) return Promise.resolve(null);
    const key = String(document.uri);
    const head = headOf(document);
    const known = this.asked.get(key);
    if (known?.head === head) return known.found;
    const found = this.ask(document, head).catch((error: unknown) => {
      this.asked.delete(key);
      if (error instanceof RefusedError && error.status === 404) return null;
      return this.kept()[key] ?? (MARKED.test(head) ? "" : null);
    });
    this.asked.set(key, { head, found });
    return found;
  }

  /** Ask anew: a server has come up, or a file has another name. */
  refresh(): void {
    this.asked.clear();
    this.look();
  }

  /** Set the context of keys, and tell who shows lenses. */
  look(): void {
    const document = vscode.window.activeTextEditor?.document;
    const found = document === undefined ? Promise.resolve(null) : this.find(document);
    void found.then((slug) => {
      if (document !== vscode.window.activeTextEditor?.document) return;
      void vscode.commands.executeCommand("setContext", "judge.isProblem", slug !== null);
      this.changes.fire();
    });
  }

  private lookSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), WAIT_MILLISECONDS);
  }

  private async ask(document: vscode.TextDocument, head: string): Promise<Found> {
    const body = { path: pathOf(document), head };
    const { problem } = await ask<{ problem: string }>("POST", "/v1/problems/find", { body, starts: false });
    const entries = Object.entries({ ...this.kept(), [String(document.uri)]: problem });
    await this.memory.update("problems", Object.fromEntries(entries.slice(-MOST_KEPT)));
    return problem;
  }

  private kept(): Record<string, string> {
    return this.memory.get<Record<string, string>>("problems") ?? {};
  }
}

function headOf(document: vscode.TextDocument): string {
  const end = new vscode.Position(HEAD_LINES, 0);
  return document.getText(new vscode.Range(new vscode.Position(0, 0), end)).slice(0, HEAD_CHARACTERS);
}

/** The last two parts of a document's path: more is nobody's business. */
export function pathOf(document: vscode.TextDocument): string {
  return document.uri.path.split("/").filter(Boolean).slice(-2).join("/");
}

/** The line where a solution's entry stands, by its names, else its class or first function. */
export function entryLine(document: vscode.TextDocument, names: readonly string[] = []): number {
  const wanted = new Set(names.map(folded));
  let first: number | undefined;
  let solution: number | undefined;
  for (let line = 0; line < Math.min(document.lineCount, 5_000); line++) {
    const found = /^(\s*)(?:async\s+)?(def|class)\s+(\w+)|^()()(\w+)\s*=\s*lambda\b/.exec(document.lineAt(line).text);
    const name = found?.[3] ?? found?.[6];
    if (name === undefined) continue;
    if (wanted.has(folded(name))) return line;
    if (found?.[2] === "class" && name === "Solution") solution ??= line;
    if (!found?.[1]) first ??= line;
  }
  return solution ?? first ?? 0;
}

function folded(name: string): string {
  return name.replace(/_/g, "").toLowerCase();
}

/** The document that a command is about: the one of the lens, else the one being edited. */
export async function chosenDocument(uri?: unknown): Promise<vscode.TextDocument | null> {
  if (uri instanceof vscode.Uri) return vscode.workspace.openTextDocument(uri);
  const document = vscode.window.activeTextEditor?.document;
  if (document !== undefined && document.uri.scheme !== "output") return document;
  await vscode.window.showInformationMessage("Open the file of a solution first.");
  return null;
}
