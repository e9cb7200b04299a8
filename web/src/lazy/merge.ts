// The difference of two texts, fetched where two are compared.
export { MergeView, unifiedMergeView } from "@codemirror/merge";
