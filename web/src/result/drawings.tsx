// Trees and linked lists.
import { Fragment, h } from "preact";
import type { ChainsDrawing, Drawing, TreeDrawing } from "../shapes";
import { Block, Picture } from "./parts";

const LEVEL = 58;
const TOP = 22;
const CHARACTER = 8.5;
const LONGEST = 14;
/** Nodes of a chain: a line is no wider than a phone, and goes on in the next one. */
const LINE_WIDTH = 320;
const ARROW = 24;
const LINK = 44;

export function Drawn({ draw, name, alt }: { draw: Drawing; name: string; alt: string }) {
  if (draw.kind === "outline") return <Block label={`${name}, as an outline`}>{draw.lines.join("\n")}</Block>;
  if (draw.kind === "tree")
    return (
      <Picture text={alt}>
        <Tree draw={draw} alt={alt} />
      </Picture>
    );
  return (
    <Picture text={alt}>
      <Chains draw={draw} alt={alt} />
    </Picture>
  );
}

interface Placed {
  text: string;
  mark: string;
  x: number;
  y: number;
  width: number;
  children: number[];
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}\u2026` : text;
}

/** Each node stands between its subtrees: columns in the order of a walk from left to right. */
function placed(nodes: TreeDrawing["nodes"]): { nodes: Placed[]; width: number; height: number } {
  const found: Placed[] = [];
  let x = 8;
  let deepest = 0;
  const walk = (place: number, level: number): void => {
    const node = nodes[place];
    if (node === undefined || found[place] !== undefined) return;
    const text = short(node.text);
    const width = Math.max(CHARACTER * Math.max(text.length, node.mark.length) + 14, 34);
    const children = [node.left, node.right].filter((child) => child !== null);
    const made = { text, mark: node.mark, x: 0, y: TOP + level * LEVEL, width, children };
    found[place] = made;
    deepest = Math.max(deepest, level);
    if (node.left !== null) walk(node.left, level + 1);
    made.x = x + width / 2;
    x += width + 8;
    if (node.right !== null) walk(node.right, level + 1);
  };
  walk(0, 0);
  return { nodes: found, width: x, height: TOP + deepest * LEVEL + 40 };
}

function Tree({ draw, alt }: { draw: TreeDrawing; alt: string }) {
  const { nodes, width, height } = placed(draw.nodes);
  return (
    <svg
      class="picture"
      role="img"
      aria-label={alt}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {nodes.map((node, place) =>
        node.children.map((child) => {
          const to = nodes[child];
          return (
            to && <line key={`${place}-${child}`} class="edge" x1={node.x} y1={node.y} x2={to.x} y2={to.y} />
          );
        }),
      )}
      {nodes.map((node, place) => (
        <g key={place} class={node.mark === "" ? "node" : "node marked"}>
          <rect x={node.x - node.width / 2 + 3} y={node.y - 14} width={node.width - 6} height={28} rx={14} />
          <text x={node.x} y={node.y + 5} text-anchor="middle">
            {node.text}
          </text>
          {node.mark !== "" && (
            <text class="letter" x={node.x} y={node.y + 30} text-anchor="middle">
              {node.mark}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

interface Link {
  text: string;
  /** It stands for nodes that are left out. */
  left: boolean;
  x: number;
  y: number;
  width: number;
}

/** Nodes from left to right, in as many lines as each list needs. */
function linked(chains: string[][]): { links: Link[]; arrows: [number, number, number][]; height: number } {
  const links: Link[] = [];
  const arrows: [number, number, number][] = [];
  let y = 0;
  for (const texts of chains) {
    let x = 2;
    y += LINK;
    if (texts.length === 0) links.push({ text: "empty", left: true, x, y, width: 60 });
    texts.forEach((whole, place) => {
      const left = /^\.\.\. .* more \.\.\.$/.test(whole);
      const text = left ? whole : short(whole);
      const width = CHARACTER * text.length + 18;
      if (place > 0) {
        if (x + ARROW + width > LINE_WIDTH) [x, y] = [2 + ARROW, y + LINK];
        else x += ARROW;
        arrows.push([x - ARROW, x, y]);
      }
      links.push({ text, left, x, y, width });
      x += width;
    });
  }
  return { links, arrows, height: y + LINK / 2 };
}

function Chains({ draw, alt }: { draw: ChainsDrawing; alt: string }) {
  const { links, arrows, height } = linked(draw.chains);
  const width = Math.max(LINE_WIDTH, ...links.map((link) => link.x + link.width + 2));
  return (
    <Fragment>
      <svg
        class="picture chains"
        role="img"
        aria-label={alt}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        {arrows.map(([from, to, y], place) => (
          <path key={place} class="arrow" d={`M${from + 2} ${y}H${to - 3}m-6 -5l6 5l-6 5`} />
        ))}
        {links.map(({ text, left, x, y, width: wide }, place) => (
          <g key={place} class={left ? "left-out" : "node"}>
            {!left && <rect x={x} y={y - 14} width={wide} height={28} rx={4} />}
            <text x={x + wide / 2} y={y + 5} text-anchor="middle">
              {text}
            </text>
          </g>
        ))}
      </svg>
      {draw.left_out > 0 && <p class="faint">... {draw.left_out.toLocaleString("en")} more lists</p>}
    </Fragment>
  );
}
