// Trees and chains.
import { h } from "preact";
import type { Drawing, TreeDrawing } from "../shapes";
import { Block, Code, Picture } from "./parts";

const LEVEL = 58;
const TOP = 22;
const CHARACTER = 8.5;
const LONGEST = 14;

export function Drawn({ draw, name, alt }: { draw: Drawing; name: string; alt: string }) {
  if (draw.kind === "outline") return <Block label={`${name}, as an outline`}>{draw.lines.join("\n")}</Block>;
  if (draw.kind === "tree")
    return (
      <Picture text={alt}>
        <Tree draw={draw} alt={alt} />
      </Picture>
    );
  return (
    <ol class="chain" aria-label={`${name}, a linked list`}>
      {draw.texts.map((text, place) => (
        <li key={place}>
          <Code text={text} />
        </li>
      ))}
    </ol>
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

/** Each node stands between its subtrees: columns in the order of a walk from left to right. */
function placed(nodes: TreeDrawing["nodes"]): { nodes: Placed[]; width: number; height: number } {
  const found: Placed[] = [];
  let x = 8;
  let deepest = 0;
  const walk = (place: number, level: number): void => {
    const node = nodes[place];
    if (node === undefined || found[place] !== undefined) return;
    const text = node.text.length > LONGEST ? `${node.text.slice(0, LONGEST - 1)}\u2026` : node.text;
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
