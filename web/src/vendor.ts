// What others wrote and every screen needs: one file, which changes with their versions alone.
export * from "@codemirror/autocomplete";
export * from "@codemirror/commands";
export * from "@codemirror/lang-python";
export * from "@codemirror/language";
export * from "@codemirror/lint";
export * from "@codemirror/search";
export * from "@codemirror/state";
export * from "@codemirror/view";
export * from "@lezer/common";
export * from "@lezer/highlight";
export * from "@lezer/lr";
export * from "preact";
export * from "preact/hooks";
export * from "style-mod";
