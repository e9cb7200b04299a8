// Run and Submit above the entry of a solution.

import * as vscode from "vscode";
import { entryLine, Targets } from "./target";

export class Lenses implements vscode.CodeLensProvider {
  readonly onDidChangeCodeLenses: vscode.Event<void>;

  constructor(
    private readonly targets: Targets,
    private readonly namesOf: (slug: string) => Promise<readonly string[]>,
  ) {
    this.onDidChangeCodeLenses = targets.changed;
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const slug = await this.targets.find(document);
    if (slug === null) return [];
    const names = slug ? await this.namesOf(slug).catch(() => []) : [];
    const range = document.lineAt(entryLine(document, names)).range;
    return [
      new vscode.CodeLens(range, { command: "judge.run", title: "Run", arguments: [document.uri] }),
      new vscode.CodeLens(range, { command: "judge.submit", title: "Submit", arguments: [document.uri] }),
    ];
  }
}
