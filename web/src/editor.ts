// The editor: CodeMirror with the keys of the page, and marks at lines.
import {
  EditorState,
  Compartment,
  type Extension,
  Prec,
  EditorView,
  drawSelection,
  dropCursor,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  type KeyBinding,
  keymap,
  lineNumbers,
  rectangularSelection,
  HighlightStyle,
  bracketMatching,
  foldGutter,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
  isolateHistory,
  toggleTabFocusMode,
  type Diagnostic,
  lintGutter,
  lintKeymap,
  setDiagnostics,
  gotoLine,
  highlightSelectionMatches,
  search,
  searchKeymap,
  python,
  tags,
} from "./vendor";
import { onSettings, settings } from "./settings";

export interface Actions {
  change: (text: string) => void;
  /** A person has typed, pasted or removed something. */
  typed: () => void;
  run: () => void;
  submit: () => void;
  save: () => void;
}

export interface Editor {
  readonly view: EditorView;
  text(): string;
  /** Replace the whole text; it can be undone. */
  setText(text: string): void;
  readOnly(yes: boolean): void;
  goTo(line: number): void;
  /** Mark lines; the marks go with the next change of the text. */
  mark(marks: { line: number | null; message: string }[]): void;
  focus(): void;
  close(): void;
}

const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--keyword)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--number)" },
  { tag: [tags.comment], color: "var(--comment)", fontStyle: "italic" },
  { tag: [tags.definition(tags.variableName), tags.function(tags.variableName)], color: "var(--name)" },
  { tag: [tags.className, tags.typeName], color: "var(--name)" },
]);

const LOOK = EditorView.theme({
  "&": { height: "100%", fontSize: "var(--code-size)", backgroundColor: "var(--code)" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5" },
  ".cm-gutters": { backgroundColor: "var(--code)", color: "var(--faint)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--line)" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--selection)",
  },
  ".cm-panels, .cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)" },
});

export function createEditor(
  parent: Element,
  text: string,
  language: string,
  actions: Actions,
): Editor {
  const chosen = new Compartment();
  const keys = new Compartment();
  const vim = new Compartment();
  const tongue = new Compartment();
  const writing = new Compartment();
  const state = EditorState.create({
    doc: text,
    extensions: [
      // Before the first table of keys: all tables are looked up where the first one stands.
      vim.of([]),
      keys.of(ownKeys(actions)),
      basics(),
      chosen.of(asChosen()),
      tongue.of(language === "python" ? python() : []),
      writing.of([]),
      EditorView.cspNonce.of(nonce()),
      EditorView.contentAttributes.of({
        "aria-label": "Your code. Escape, then Tab, leaves the editor.",
        tabindex: "0",
      }),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        actions.change(update.state.doc.toString());
        if (update.transactions.some((one) => one.isUserEvent("input") || one.isUserEvent("delete"))) actions.typed();
        if (marked) {
          marked = false;
          queueMicrotask(() => view.dispatch(setDiagnostics(view.state, [])));
        }
      }),
    ],
  });
  let marked = false;
  let closed = false;
  const view = new EditorView({ state, parent });
  const load = async () => {
    const wanted = settings().keys === "vim";
    const extension = wanted ? await vimKeys(actions) : [];
    if (!closed) view.dispatch({ effects: vim.reconfigure(extension) });
  };
  const forget = onSettings(() => {
    view.dispatch({ effects: [chosen.reconfigure(asChosen()), keys.reconfigure(ownKeys(actions))] });
    void load();
  });
  if (settings().keys === "vim") void load();
  if (language === "sql")
    void import("./lazy/sql").then(({ SQLite, sql }) => {
      if (!closed) view.dispatch({ effects: tongue.reconfigure(sql({ dialect: SQLite })) });
    });
  const lineAt = (line: number) => view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
  return {
    view,
    text: () => view.state.doc.toString(),
    setText(now) {
      if (now !== view.state.doc.toString())
        view.dispatch({
          changes: { from: 0, to: view.state.doc.length, insert: now },
          // Undone by itself, also right after typing.
          annotations: isolateHistory.of("full"),
        });
    },
    readOnly(yes) {
      view.dispatch({ effects: writing.reconfigure(yes ? EditorState.readOnly.of(true) : []) });
    },
    goTo(line) {
      const { from } = lineAt(line);
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      view.focus();
    },
    mark(marks) {
      const found: Diagnostic[] = marks.flatMap(({ line, message }) => {
        if (line === null) return [];
        const { from, to } = lineAt(line);
        return [{ from, to, severity: "error" as const, message }];
      });
      marked = found.length > 0;
      view.dispatch(setDiagnostics(view.state, found));
    },
    focus: () => view.focus(),
    close() {
      closed = true;
      forget();
      view.destroy();
    },
  };
}

function ownKeys(actions: Actions): Extension {
  const action = (act: () => void) => () => {
    act();
    return true;
  };
  const { runKey, submitKey } = settings();
  // Before every other meaning of them, Vim's too.
  return Prec.highest(
    keymap.of([
      { key: submitKey, run: action(actions.submit) },
      { key: runKey, run: action(actions.run) },
      { key: "F9", run: action(actions.run) },
      { key: "Mod-s", run: action(actions.save) },
    ]),
  );
}

function basics(): Extension {
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    history(),
    foldGutter(),
    drawSelection({ cursorBlinkRate: still() ? 0 : 1200 }),
    dropCursor(),
    EditorState.allowMultipleSelections.of(true),
    indentOnInput(),
    syntaxHighlighting(COLOURS),
    bracketMatching(),
    closeBrackets(),
    rectangularSelection(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    search({ top: true }),
    lintGutter(),
    LOOK,
    EditorView.domEventHandlers({ beforeinput: overSelection }),
    keymap.of([
      { key: "Alt-g", run: gotoLine },
      { key: "Ctrl-m", run: toggleTabFocusMode },
      ...typing([
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...lintKeymap,
        ...defaultKeymap,
      ]),
      indentWithTab,
    ]),
  ];
}

/**
 * Put typed text in place of a selection. The browser would write styles of what it replaces into
 * the text, which the page's policy forbids and reports.
 */
function overSelection(event: InputEvent, view: EditorView): boolean {
  const { from, to, empty } = view.state.selection.main;
  const { data } = event;
  if (event.inputType !== "insertText" || data === null || empty || view.state.readOnly) return false;
  const insert = () =>
    view.state.update(view.state.replaceSelection(data), {
      userEvent: "input.type",
      scrollIntoView: true,
    });
  const handlers = view.state.facet(EditorView.inputHandler);
  if (!handlers.some((handle) => handle(view, from, to, data, insert))) view.dispatch(insert());
  return true;
}

/** Those keys that type nothing on any layout: Ctrl and Alt together are AltGr on many. */
function typing(keys: readonly KeyBinding[]): KeyBinding[] {
  return keys.filter(({ key }) => !/(Mod|Ctrl)-Alt-|Alt-(Mod|Ctrl)-/.test(key ?? ""));
}

/** What the settings decide. */
function asChosen(): Extension {
  const { completion, tabSize, wrap } = settings();
  return [
    indentUnit.of(" ".repeat(tabSize)),
    EditorState.tabSize.of(tabSize),
    wrap ? EditorView.lineWrapping : [],
    completion ? autocompletion({ icons: false }) : [],
  ];
}

async function vimKeys(actions: Actions): Promise<Extension> {
  const { Vim, vim } = await import("./lazy/vim");
  Vim.defineEx("write", "w", actions.save);
  return vim({ status: true });
}

/** Whether this person wants nothing to move. */
function still(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? "";
}
