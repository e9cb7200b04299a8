// The failing input as a test for pytest, beside the solution; saved, or under the debugger.

import * as vscode from "vscode";
import { stemOf } from "./problems";
import { RefusedError, showError, text } from "./server";
import { Submissions } from "./submit";
import { entryLine } from "./target";

export class Counterexamples {
  constructor(
    private readonly submissions: Submissions,
    private readonly namesOf: (slug: string) => Promise<readonly string[]>,
  ) {}

  async save(document: vscode.TextDocument): Promise<void> {
    try {
      const file = await this.write(document);
      if (file === null) return;
      const test = await vscode.workspace.openTextDocument(file);
      await vscode.window.showTextDocument(test, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
    } catch (error) {
      void showError(error);
    }
  }

  /** Run the test under the debugger; it stops where the solution begins. */
  async debug(document: vscode.TextDocument): Promise<void> {
    try {
      const file = await this.write(document);
      if (file === null) return;
      await this.stopIn(document);
      const started = await vscode.debug.startDebugging(vscode.workspace.getWorkspaceFolder(document.uri), {
        type: "debugpy",
        name: "Judge: counterexample",
        request: "launch",
        module: "pytest",
        args: ["-s", "-p", "no:cacheprovider", file.fsPath],
        cwd: vscode.Uri.joinPath(file, "..").fsPath,
        console: "integratedTerminal",
        justMyCode: true,
      });
      if (!started) throw new RefusedError(0, `${DEBUGGER} The test is in ${file.fsPath}.`, 0);
    } catch (error) {
      void showError(error);
    }
  }

  /** Write the test. Null where the person wants an existing file left alone. */
  private async write(document: vscode.TextDocument): Promise<vscode.Uri | null> {
    const last = this.submissions.lastOf(document);
    if (last === null) throw new RefusedError(404, "Submit this file first: the last failing input becomes the test.", 0);
    if (last.report?.verdict === "AC") throw new RefusedError(404, "The last submission was accepted: nothing fails.", 0);
    if (document.isUntitled) throw new RefusedError(404, "Save the file first: the test imports it.", 0);
    const name = encodeURIComponent(document.uri.path.split("/").pop() ?? "");
    const test = await text("GET", `/v1/submissions/${last.id}/pytest?file=${name}`, { accept: "text/x-python" });
    // The test imports what is on the disk.
    if (document.isDirty) await document.save();
    const file = vscode.Uri.joinPath(document.uri, "..", `${stemOf(last.problem)}_counterexample_test.py`);
    if ((await contentOf(file)) === test) return file;
    const there = await whatIsThere(file);
    if (there !== null && !(await mayOverwrite(file, there))) return null;
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(test));
    return file;
  }

  /** Put a breakpoint at the first line of the entry, unless the person has one in this file. */
  private async stopIn(document: vscode.TextDocument): Promise<void> {
    const there = vscode.debug.breakpoints.some(
      (one) => one instanceof vscode.SourceBreakpoint && String(one.location.uri) === String(document.uri),
    );
    const slug = this.submissions.lastOf(document)?.problem;
    if (there || slug === undefined) return;
    const entry = entryLine(document, await this.namesOf(slug).catch(() => []));
    const line = Math.min(entry + 1, document.lineCount - 1);
    const place = new vscode.Location(document.uri, new vscode.Position(line, 0));
    vscode.debug.addBreakpoints([new vscode.SourceBreakpoint(place)]);
  }
}

const DEBUGGER = "The debugger did not start; it needs the extension Python Debugger, and pytest where your Python is.";

async function contentOf(file: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return null;
  }
}

/** What would be overwritten, in words; null where nothing would. A link in a folder may lead anywhere. */
async function whatIsThere(file: vscode.Uri): Promise<string | null> {
  try {
    const { type } = await vscode.workspace.fs.stat(file);
    return type & vscode.FileType.SymbolicLink ? "is a link to another file" : "is there already, with another content";
  } catch {
    return null;
  }
}

async function mayOverwrite(file: vscode.Uri, words: string): Promise<boolean> {
  const said = `${file.path.split("/").pop() ?? ""} ${words}.`;
  return (await vscode.window.showWarningMessage(said, { modal: true }, "Overwrite")) === "Overwrite";
}
