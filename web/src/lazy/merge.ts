// The difference of two texts, fetched where two are compared.
import { Chunk } from "@codemirror/merge";
import { Text } from "@codemirror/state";

export interface DiffLine {
  mark: " " | "-" | "+";
  text: string;
}

/** Lines of both texts, in order; a number stands for so many that are the same and left out. */
export function difference(before: string, after: string, context = 3): (DiffLine | number)[] {
  const [a, b] = [Text.of(before.split("\n")), Text.of(after.split("\n"))];
  const found: DiffLine[] = [];
  const take = (doc: Text, mark: DiffLine["mark"], from: number, to: number) => {
    for (let line = from; line < to; line++) found.push({ mark, text: doc.line(line).text });
  };
  let line = 1;
  for (const { fromA, toA, fromB, toB } of Chunk.build(a, b)) {
    take(a, " ", line, lineAt(a, fromA));
    line = lineAt(a, toA);
    take(a, "-", lineAt(a, fromA), line);
    take(b, "+", lineAt(b, fromB), lineAt(b, toB));
  }
  take(a, " ", line, a.lines + 1);
  return folded(found, context);
}

/** The number of the line that begins at a place; one more than there are past the end. */
function lineAt(doc: Text, place: number): number {
  return place > doc.length ? doc.lines + 1 : doc.lineAt(place).number;
}

function folded(lines: DiffLine[], context: number): (DiffLine | number)[] {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - context), at + context + 1).some(({ mark }) => mark !== " "),
  );
  const found: (DiffLine | number)[] = [];
  lines.forEach((line, at) => {
    const last = found.at(-1);
    if (near[at]) found.push(line);
    else if (typeof last === "number") found[found.length - 1] = last + 1;
    else found.push(1);
  });
  return found;
}
