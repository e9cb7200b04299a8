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

  /** Show a result, and of a long one `words` once more: the end of it is what is seen. The cursor stays. */
  show(text: string, words = ""): void {
    this.shown = true;
    const lines = text.trimEnd().split("\n");
    if (words !== "" && lines.length > LONG) lines.push("", words);
    this.channel.replace(`${lines.join("\n")}\n`);
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

/** A report of more lines has what it fails on beyond the panel that shows its end. */
const LONG = 24;
const OUTDATED = " (of an earlier text)";
