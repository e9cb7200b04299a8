// The judge in VS Code: commands, and what each is made of.

import * as vscode from "vscode";
import { Counterexamples } from "./counterexample";
import { Lenses } from "./lenses";
import { Manifests } from "./manifests";
import { Marks } from "./marks";
import { Output } from "./output";
import { Problems, slugOf, told } from "./problems";
import { Runs } from "./run";
import { stateFolder } from "./settings";
import { Submissions } from "./submit";
import { chosenDocument, Targets } from "./target";

type Work = (document: vscode.TextDocument) => Promise<void>;

export function activate(context: vscode.ExtensionContext): void {
  const output = new Output();
  const marks = new Marks();
  const targets = new Targets(context.globalState);
  const problems = new Problems();
  const submissions = new Submissions(targets, marks, output, problems.namesOf);
  const runs = new Runs(targets, output, context.workspaceState, problems.problemOf);
  const counterexamples = new Counterexamples(submissions, problems.namesOf);

  // The list appears by itself where a server runs already.
  const listQuietly = () => void problems.list(false).catch(() => undefined);
  const onDocument = (work: Work) => async (uri?: unknown) => {
    const document = await chosenDocument(uri);
    if (document !== null) await work(document);
  };
  const slugFor = async (given?: unknown): Promise<string | null> => {
    if (isLine(given)) return given.slug;
    const document = vscode.window.activeTextEditor?.document;
    if (document?.uri.scheme === "judge") return slugOf(document.uri);
    return (document && (await targets.find(document))) || null;
  };
  const commands: Record<string, (given?: unknown) => Promise<void>> = {
    submit: onDocument((document) => submissions.submit(document)),
    run: onDocument((document) => runs.run(document)),
    runInput: onDocument((document) => runs.runInput(document)),
    cancel: onDocument(async (document) => {
      if (!(await submissions.cancel(document))) void vscode.window.showInformationMessage("Nothing is being judged.");
    }),
    showResult: async () => (output.shown ? output.reveal() : submissions.showKept(await slugFor())),
    showStatement: async (given) => {
      const slug = (await slugFor(given)) ?? (await problems.pick());
      if (slug !== null) await problems.showStatement(slug);
    },
    start: async (given) => {
      const slug = isLine(given) ? given.slug : await problems.pick();
      if (slug !== null) await problems.start(slug);
    },
    next: () => problems.next(),
    hint: async (given) => {
      const slug = (await slugFor(given)) ?? (await problems.pick());
      if (slug !== null) await problems.hint(slug);
    },
    saveCounterexample: onDocument((document) => counterexamples.save(document)),
    debugCounterexample: onDocument((document) => counterexamples.debug(document)),
    openPage: async (given) => problems.openPage(await slugFor(given)),
    showLog: showLog,
    listProblems: () => problems.list(true),
  };

  context.subscriptions.push(
    output,
    marks,
    targets,
    new Manifests(),
    ...Object.entries(commands).map(([name, command]) =>
      vscode.commands.registerCommand(`judge.${name}`, told(command)),
    ),
    vscode.languages.registerCodeLensProvider(["python", "sql"], new Lenses(targets, problems.namesOf)),
    vscode.workspace.registerTextDocumentContentProvider("judge", problems),
    vscode.window.registerTreeDataProvider("judge.problems", problems),
    submissions.judged(() => void problems.look()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration("judge")) return;
      targets.refresh();
      listQuietly();
    }),
  );
  listQuietly();
}

function isLine(given: unknown): given is { slug: string } {
  return typeof given === "object" && given !== null && typeof (given as { slug?: unknown }).slug === "string";
}

async function showLog(): Promise<void> {
  const state = stateFolder();
  if (state === null) {
    await vscode.window.showInformationMessage("Where the log lies is not known here; set judge.stateFolder.");
    return;
  }
  const log = vscode.Uri.joinPath(state, "serve.log");
  try {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(log));
  } catch {
    await vscode.window.showInformationMessage(`There is no log in ${log.fsPath}: no editor has started the judge yet.`);
  }
}
