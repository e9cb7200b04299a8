// The result for people: the judge's own page in an output channel, and a word in the status bar.

import * as vscode from "vscode";

export class Output implements vscode.Disposable {
  private readonly channel = vscode.window.createOutputChannel("Judge");
  private readonly item = vscode.window.createStatusBarItem("judge.status", vscode.StatusBarAlignment.Left, 0);

  /** Whether there is a result to show again. */
  shown = false;

  constructor() {
    this.item.name = "Judge";
    this.item.command = "judge.showResult";
    this.item.tooltip = "Show the last result of the judge";
  }

  dispose(): void {
    this.channel.dispose();
    this.item.dispose();
  }

  /** Show a result. The cursor stays where it is. */
  show(text: string): void {
    this.shown = true;
    this.channel.replace(text.endsWith("\n") ? text : `${text}\n`);
    this.reveal();
  }

  reveal(): void {
    this.channel.show(true);
  }

  status(text: string): void {
    this.item.text = text;
    this.item.show();
  }

  /** Say that a result is of a text that is no longer there. */
  outdated(): void {
    if (!this.item.text.endsWith(OUTDATED)) this.item.text += OUTDATED;
  }
}

const OUTDATED = " (of an earlier text)";
