// The problems: a tree of them, their statements, and files to start with.

import * as vscode from "vscode";
import { Problem, ProblemLine } from "./report";
import { ask, plain, RefusedError, showError } from "./server";

const MISSING = [404, 405];
const HINTS = ".hints.md";
const ICONS: Record<string, vscode.ThemeIcon> = {
  solved: new vscode.ThemeIcon("pass-filled", new vscode.ThemeColor("testing.iconPassed")),
  due: new vscode.ThemeIcon("history"),
  tried: new vscode.ThemeIcon("circle-large-filled"),
  new: new vscode.ThemeIcon("circle-large-outline"),
};
const UNKNOWN = new vscode.ThemeIcon("circle-outline");

interface ProgressDocument {
  readonly problems: Record<string, { readonly state?: string }>;
}

export class Problems implements vscode.TreeDataProvider<ProblemLine>, vscode.TextDocumentContentProvider {
  private readonly changes = new vscode.EventEmitter<void>();
  private readonly details = new Map<string, Promise<Problem>>();
  private lines: readonly ProblemLine[] = [];
  private states: Record<string, { readonly state?: string }> = {};
  private readonly opened = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChangeTreeData = this.changes.event;
  readonly onDidChange = this.opened.event;

  /** One problem, asked for once. */
  readonly problemOf = (slug: string, starts = true): Promise<Problem> => {
    const known = this.details.get(slug);
    if (known !== undefined) return known;
    const asked = ask<Problem>("GET", `/v1/problems/${encodeURIComponent(slug)}`, { starts });
    this.details.set(slug, asked);
    asked.catch(() => this.details.delete(slug));
    return asked;
  };

  /** The names of a problem's entry; lenses ask for them, so no server is started. */
  readonly namesOf = async (slug: string): Promise<readonly string[]> => {
    const problem = await this.problemOf(slug, false);
    return problem.interface?.names ?? [/^\w*/.exec(problem.signature)?.[0] ?? ""];
  };

  /** Ask for the list; a look that nobody asked for starts no server. */
  async list(starts: boolean): Promise<void> {
    const { problems } = await ask<{ problems: ProblemLine[] }>("GET", "/v1/problems", { starts });
    this.lines = problems;
    this.details.clear();
    if (problems.length > 0) await this.look();
  }

  /** Ask for the states; a judge that keeps none leaves them unknown. */
  async look(): Promise<void> {
    if (this.lines.length === 0) return this.list(false);
    const none: ProgressDocument = { problems: {} };
    const progress = await ask<ProgressDocument>("GET", "/v1/progress", { starts: false }).catch(() => none);
    this.states = progress.problems ?? {};
    this.changes.fire();
  }

  getChildren(parent?: ProblemLine): readonly ProblemLine[] & ProblemLine[] {
    return parent === undefined ? [...this.lines] : [];
  }

  getTreeItem(line: ProblemLine): vscode.TreeItem {
    const state = this.states[line.slug]?.state;
    const item = new vscode.TreeItem(line.title);
    item.id = line.slug;
    item.description = [line.difficulty, state].filter(Boolean).join(", ");
    item.tooltip = `${line.slug}: ${line.tags.join(", ")}`;
    item.iconPath = (state === undefined ? undefined : ICONS[state]) ?? UNKNOWN;
    item.contextValue = "problem";
    item.command = { command: "judge.showStatement", title: "Show statement", arguments: [line] };
    return item;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const { statement, hints } = await this.problemOf(slugOf(uri), false);
    return uri.path.endsWith(HINTS) ? (hints ?? []).join("\n\n") : statement;
  }

  async showStatement(slug: string): Promise<void> {
    await this.show(slug, ".md");
  }

  /** Show the hints that are open, and one more. */
  async hint(slug: string): Promise<void> {
    const path = `/v1/problems/${encodeURIComponent(slug)}/hints`;
    const words = await ask<{ n: number; hint_count: number; price: string }>("POST", path, { body: {} }).then(
      ({ n, hint_count, price }) => [`Hint ${n} of ${hint_count}`, price].filter(Boolean).join("; "),
      (error: unknown) => {
        // All are open, and are shown again.
        if (error instanceof RefusedError && error.status === 409) return error.message;
        throw error;
      },
    );
    this.details.delete(slug);
    await this.show(slug, HINTS);
    void vscode.window.showInformationMessage(plain(words));
  }

  private async show(slug: string, suffix: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: "judge", path: `/${slug}${suffix}` });
    await this.problemOf(slug);
    this.opened.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const beside = vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
    await vscode.window.showTextDocument(document, { viewColumn: beside, preserveFocus: true, preview: true });
  }

  async pick(): Promise<string | null> {
    if (this.lines.length === 0) await this.list(true);
    const items = this.lines.map((one) => ({ label: one.slug, description: one.difficulty, detail: one.title }));
    const chosen = await vscode.window.showQuickPick(items, { title: "Which problem?", matchOnDetail: true });
    return chosen?.label ?? null;
  }

  /** Write the starter to a new file; one that is there is never touched. */
  async start(slug: string): Promise<void> {
    const { starter, language } = await this.problemOf(slug);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const [suffix, comment] = language === "sql" ? [".sql", "--"] : [".py", "#"];
    if (folder === undefined) {
      const untitled = { content: `${comment} judge: ${slug}\n${starter}`, language: language ?? "python" };
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(untitled));
    } else {
      const file = await freeName(folder, stemOf(slug), suffix);
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(starter));
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
    }
    // For the history; an older judge has none.
    await later("POST", `/v1/problems/${encodeURIComponent(slug)}/start`, null);
  }

  /** What comes next, from a judge that remembers what was practised. */
  async next(): Promise<void> {
    const found = await later<{ problem: string | null; why: string }>("GET", "/v1/next", "What comes next");
    if (found === null) return;
    const name = found.problem === null ? "" : `${found.problem}: `;
    void vscode.window.showInformationMessage(plain(`${name}${found.why}`));
    if (found.problem !== null) await this.showStatement(found.problem);
  }

  async openPage(slug: string | null): Promise<void> {
    const found = await later<{ url: string }>("POST", "/v1/login-codes", "The page");
    if (found === null) return;
    const to = slug === null ? "" : `?to=${encodeURIComponent(`/problems/${slug}`)}`;
    await vscode.env.openExternal(vscode.Uri.parse(found.url.replace("#", `${to}#`)));
  }
}

/** Ask for what an older judge has not; then the answer is null, and `what` is said to be missing. */
async function later<T>(method: string, path: string, what: string | null): Promise<T | null> {
  try {
    return await ask<T>(method, path, method === "POST" ? { body: {} } : {});
  } catch (error) {
    if (!(error instanceof RefusedError) || !MISSING.includes(error.status)) throw error;
    if (what !== null) void vscode.window.showInformationMessage(`${what} is not in this version of the judge.`);
    return null;
  }
}

/** The first name of a problem's file that is free, as `judge start` chooses it. */
async function freeName(folder: vscode.Uri, stem: string, suffix: string): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const file = vscode.Uri.joinPath(folder, `${stem}${number === 1 ? "" : `_${number}`}${suffix}`);
    if (!(await exists(file))) return file;
  }
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") return false;
    throw error;
  }
}

/** The name of a problem's file, without its suffix. Raises where it would be a path to elsewhere. */
export function stemOf(slug: string): string {
  if (!/^[\w-]+$/.test(slug)) throw new RefusedError(0, "The judge names a problem that can be none.", 0);
  return slug.replace(/-/g, "_");
}

export function slugOf(uri: vscode.Uri): string {
  return /^\/([\w-]*)/.exec(uri.path)?.[1] ?? "";
}

/** Run a command; its failure is told, and ends nothing else. */
export function told<A extends unknown[]>(command: (...given: A) => Promise<void>): (...given: A) => Promise<void> {
  return (...given) => command(...given).catch(showError);
}
