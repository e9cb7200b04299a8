// A problem.toml as it is written: keys and tables are completed and explained, and what does not fit is marked.

import * as vscode from "vscode";
import { flawsOf } from "./manifest_flaws";
import { offersAt, toldAt } from "./manifest_offers";

const FILES: vscode.DocumentFilter = { pattern: "**/problem.toml" };

export class Manifests implements vscode.CompletionItemProvider, vscode.HoverProvider, vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection("judge problem.toml");
  private readonly held: vscode.Disposable[] = [
    this.collection,
    vscode.languages.registerCompletionItemProvider(FILES, this, "[", '"', "="),
    vscode.languages.registerHoverProvider(FILES, this),
    vscode.workspace.onDidOpenTextDocument((document) => this.check(document)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => this.check(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.collection.delete(uri)),
  ];

  constructor() {
    for (const document of vscode.workspace.textDocuments) this.check(document);
  }

  dispose(): void {
    for (const one of this.held) one.dispose();
  }

  private check(document: vscode.TextDocument): void {
    if (vscode.languages.match(FILES, document) === 0) return;
    const flaws = flawsOf(document.getText()).map(({ from, to, message }) => {
      const range = new vscode.Range(document.positionAt(from), document.positionAt(to));
      const diagnostic = new vscode.Diagnostic(range, message);
      diagnostic.source = "judge";
      return diagnostic;
    });
    this.collection.set(document.uri, flaws);
  }

  provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
    const before = document.lineAt(position).text.slice(0, position.character);
    const typed = /[\w-]*$/.exec(before)![0];
    const begun = /^\s*(\[\[?[\w.-]*)$/.exec(before)?.[1];
    return offersAt(document.getText(), document.offsetAt(position)).map(({ label, snippet, told, table }) => {
      const kind = table ? vscode.CompletionItemKind.Module : vscode.CompletionItemKind.Property;
      const item = new vscode.CompletionItem(label, kind);
      item.insertText = new vscode.SnippetString(snippet);
      item.documentation = told;
      const length = (table && begun ? begun : typed).length;
      item.range = new vscode.Range(position.translate(0, -length), position);
      // What an editor closes by itself would stand behind it once more.
      if (table && begun) item.range = item.range.with({ end: behind(document, position) });
      item.sortText = `${table ? 1 : 0}`;
      return item;
    });
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const told = toldAt(document.getText(), document.offsetAt(position));
    return told === null ? null : new vscode.Hover(told);
  }
}

/** The place behind brackets that are closed there already. */
function behind(document: vscode.TextDocument, position: vscode.Position): vscode.Position {
  const rest = document.lineAt(position).text.slice(position.character);
  return position.translate(0, /^\]{0,2}/.exec(rest)![0].length);
}
