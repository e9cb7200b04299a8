// A text of a package: a tree of known elements, placed as elements and text nodes.
import { type ComponentChild, Fragment, h } from "preact";
import type { TextNode } from "./shapes";

const TAGS = new Set(
  "p h1 h2 h3 h4 ul ol li pre code strong em blockquote a table thead tbody tr th td hr br s".split(" "),
);
const HREF = /^(?:https?:|\/(?![/\\])|#)/;

/** The statement without its own title, which the screen shows. */
export function Statement({ tree }: { tree: TextNode[] }) {
  return <Fragment>{tree.filter((node) => node[0] !== "h1").map(placed)}</Fragment>;
}

function placed(node: TextNode, key: number): ComponentChild {
  if (typeof node === "string") return node;
  const [tag, attributes, children] = node;
  const href = tag === "a" && HREF.test(attributes.href ?? "") ? { href: attributes.href } : {};
  // What scrolls can be reached without a mouse.
  const focus = tag === "pre" ? { tabIndex: 0 } : {};
  return h(TAGS.has(tag) ? tag : "span", { key, ...href, ...focus }, children.map(placed));
}
