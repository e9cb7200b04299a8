// Plays the samples, or inputs of one's own, beside the reference. Nothing is kept on the server.

import * as vscode from "vscode";
import { Output } from "./output";
import { Problem } from "./report";
import { plain, RefusedError, showError, text } from "./server";
import { setting } from "./settings";
import { pathOf, Targets } from "./target";

const MOST_INPUTS = 16;

export class Runs {
  constructor(
    private readonly targets: Targets,
    private readonly output: Output,
    private readonly memory: vscode.Memento,
    private readonly problemOf: (slug: string) => Promise<Problem>,
  ) {}

  /** Play the samples, or `inputs`: a list in JSON, sent as it was typed. */
  async run(document: vscode.TextDocument, inputs?: string): Promise<void> {
    const title = plain(`Running ${pathOf(document).split("/").pop() ?? ""}`);
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    const abort = new AbortController();
    const source = document.getText();
    const what = JSON.stringify({ path: pathOf(document), source });
    const json = inputs === undefined ? what : `${what.slice(0, -1)},"inputs":${inputs}}`;
    try {
      const width = Math.round(Math.min(200, Math.max(40, setting("width", 100))));
      const page = await vscode.window.withProgress(options, (_, token) => {
        token.onCancellationRequested(() => abort.abort());
        return text("POST", `/v1/runs?width=${width}`, { json, signal: abort.signal });
      });
      this.output.show(page);
    } catch (error) {
      void showError(error);
    }
  }

  /** Ask for inputs, beginning with the last ones, or with the first sample's. */
  async runInput(document: vscode.TextDocument): Promise<void> {
    try {
      const slug = await this.targets.find(document);
      if (!slug) throw new RefusedError(404, "Submit or run this file once, so that its problem is known.", 0);
      const key = `input.${slug}`;
      const first = this.memory.get<string>(key) ?? JSON.stringify((await this.problemOf(slug)).samples[0]?.arguments);
      const given = await vscode.window.showInputBox({
        title: `Run with own input: ${slug}`,
        prompt: `One input as JSON, or a list of up to ${MOST_INPUTS}. Enter runs it.`,
        value: first,
        ignoreFocusOut: true,
        validateInput: (typed) => {
          return faultOf(typed);
        },
      });
      if (given === undefined) return;
      await this.memory.update(key, given);
      await this.run(document, given.trim().startsWith("[") ? given : `[${given}]`);
    } catch (error) {
      void showError(error);
    }
  }
}

/** What is wrong with the inputs that were typed, or null. */
function faultOf(typed: string): string | null {
  let read: unknown;
  try {
    read = JSON.parse(typed);
  } catch (error) {
    return `This is no JSON: ${(error as Error).message}`;
  }
  const inputs = Array.isArray(read) ? read : [read];
  const whole = inputs.every((one) => typeof one === "object" && one !== null && !Array.isArray(one));
  if (!whole || inputs.length === 0) return "An input is an object: the value of each argument by its name.";
  return inputs.length > MOST_INPUTS ? `At most ${MOST_INPUTS} inputs at once.` : null;
}
