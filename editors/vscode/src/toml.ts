// Tables and keys of a TOML file, with their places: what packages are made of, and no more of TOML.

/** A part of the text that is not as it should be. Places are offsets. */
export interface Flaw {
  from: number;
  to: number;
  message: string;
}

/** One `key = value`. Places are offsets. */
export interface Key {
  path: string[];
  from: number;
  to: number;
  /** Where its value begins, and where it ends. */
  value: number;
  end: number;
}

/** A table and what it holds; the top of the file is one without a path. */
export interface Table {
  path: string[];
  many: boolean;
  from: number;
  to: number;
  keys: Key[];
}

const NAME = `(?:[A-Za-z0-9_-]+|"[^"\\n]*"|'[^'\\n]*')`;
const PATH = `${NAME}(?:[ \\t]*\\.[ \\t]*${NAME})*`;
const HEADER = new RegExp(`[ \\t]*(\\[\\[?)[ \\t]*(${PATH})[ \\t]*\\]\\]?[ \\t]*(?:#.*)?$`, "my");
const KEY = new RegExp(`[ \\t]*(${PATH})[ \\t]*=[ \\t]*`, "my");
const NOTHING = /[ \t\r]*(?:#.*)?$/my;

/** Read the tables of a text, the top of the file first, and lines that are neither key nor table. */
export function read(text: string): { tables: Table[]; strange: Flaw[] } {
  let table: Table = { path: [], many: false, from: 0, to: lineEnd(text, 0), keys: [] };
  const tables = [table];
  const strange: Flaw[] = [];
  for (let at = 0; at < text.length; ) {
    const line = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
    const header = matched(HEADER, text, at);
    const key = header === null ? matched(KEY, text, at) : null;
    let end = line;
    if (header !== null) {
      const from = at + header[0].indexOf("[");
      table = { path: names(header[2]!), many: header[1] === "[[", from, to: at + header[0].trimEnd().length, keys: [] };
      tables.push(table);
    } else if (key !== null) {
      const value = at + key[0].length;
      const from = at + key[0].search(/\S/);
      const closed = endOf(text, value);
      if (closed === null) strange.push({ from, to: line, message: "This value does not end." });
      end = closed ?? text.length;
      table.keys.push({ path: names(key[1]!), from, to: from + key[1]!.length, value, end });
    } else if (matched(NOTHING, text, at) === null) {
      const from = at + text.slice(at).search(/\S/);
      strange.push({ from, to: line, message: "This is neither `key = value` nor a `[table]`." });
    }
    at = end + 1;
  }
  return { tables, strange };
}

function matched(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function names(path: string): string[] {
  return [...path.matchAll(new RegExp(NAME, "g"))].map(([name]) => name.replace(/^["']|["']$/g, ""));
}

/** The end of a value, and of the line that it ends in: lists and texts may go over several. Null: it has none. */
function endOf(text: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const one = text[at]!;
    if (one === '"' || one === "'") {
      const quote = text.startsWith(one.repeat(3), at) ? one.repeat(3) : one;
      at = closing(text, at + quote.length, quote) - 1;
    } else if (one === "[" || one === "{") depth++;
    else if (one === "]" || one === "}") depth--;
    else if (one === "#") at = lineEnd(text, at) - 1;
    else if (one === "\n" && depth <= 0) return at;
  }
  return depth > 0 ? null : text.length;
}

/** The place behind a text that ends with a quote; a text in single quotes ends with its line. */
function closing(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    if (quote.length === 1 && text[at] === "\n") return at;
    if (text[at] === "\\" && quote.startsWith('"')) at++;
    else if (text.startsWith(quote, at)) return at + quote.length;
  }
  return text.length;
}

/** The end of the line of a place. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}
