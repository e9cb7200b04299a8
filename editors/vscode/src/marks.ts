// What is wrong, at its line: until the text changes, is submitted again, or its file is closed.

import * as vscode from "vscode";
import { Mark } from "./report";

export class Marks implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection("judge");
  private readonly held: vscode.Disposable[] = [
    this.collection,
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.contentChanges.length > 0) this.clear(event.document);
    }),
    // VS Code keeps the document of a closed tab for minutes.
    vscode.window.tabGroups.onDidChangeTabs((event) => {
      for (const tab of event.closed) {
        if (tab.input instanceof vscode.TabInputText && !isShown(tab.input.uri)) this.collection.delete(tab.input.uri);
      }
    }),
  ];

  dispose(): void {
    for (const one of this.held) one.dispose();
  }

  clear(document: vscode.TextDocument): void {
    this.collection.delete(document.uri);
  }

  /** Mark a line of a document; where none is to blame, that of the entry. */
  set(document: vscode.TextDocument, verdict: string, mark: Mark, entry: number): void {
    if (!isShown(document.uri)) return;
    // The report may name a line that an open file no longer has.
    const number = Math.min(Math.max(mark.line === null ? entry : mark.line - 1, 0), document.lineCount - 1);
    const line = document.lineAt(number);
    const begin = Math.max(line.firstNonWhitespaceCharacterIndex, (mark.column ?? 1) - 1);
    const range = new vscode.Range(number, Math.min(begin, line.text.length), number, line.text.length);
    const diagnostic = new vscode.Diagnostic(range.isEmpty ? line.range : range, mark.message);
    diagnostic.source = "judge";
    diagnostic.code = verdict;
    this.collection.set(document.uri, [diagnostic]);
  }
}

function isShown(uri: vscode.Uri): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => {
    const shown = input instanceof vscode.TabInputText ? input.uri : (input as { modified?: vscode.Uri } | undefined)?.modified;
    return String(shown) === String(uri);
  });
}
