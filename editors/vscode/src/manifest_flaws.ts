// What in a problem.toml does not fit its schema. What no schema can say, `judge verify` does.

import { Field, found, recordOf, rootOf } from "./manifest_schema";
import { Flaw, Table, lineEnd, read } from "./toml";

const TYPES: Record<string, string> = {
  string: "a text in quotes",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
  array: "a list in brackets",
  object: "a table",
};

/** The flaws of a text, in its order. */
export function flawsOf(text: string): Flaw[] {
  const { tables, strange } = read(text);
  const root = rootOf(tables);
  const flaws = [...strange];
  const seen = new Set<string>();
  for (const table of tables) {
    const field = found(root, table.path);
    const title = table.path.join(".");
    const add = (message: string) => flaws.push({ from: table.from, to: table.to, message });
    if (field === undefined) add(`There is no table [${title}] in a problem.toml.`);
    else if (field !== null && table.path.length > 0) {
      if (field.type === "array" && !table.many) add(`There may be several: write [[${title}]].`);
      else if (field.type === "object" && table.many) add(`There is one at most: write [${title}].`);
      else if (field.type !== "array" && field.type !== "object") add(`${title} is no table.`);
      else if (!table.many && seen.has(title)) add(`[${title}] is there already.`);
    }
    seen.add(title);
    const record = recordOf(root, table.path);
    if (record?.properties === undefined) continue;
    flaws.push(...flawsIn(text, table, record));
    const given = new Set([...table.keys.map(({ path }) => path[0]!), ...below(tables, table)]);
    const missing = (record.required ?? []).filter((name) => !given.has(name));
    if (missing.length > 0) add(`Missing here: ${missing.join(", ")}.`);
  }
  return flaws.sort((one, other) => one.from - other.from);
}

/** The names that tables of their own give a table. */
function below(tables: Table[], { path }: Table): string[] {
  return tables
    .filter((other) => other.path.length > path.length && path.every((name, at) => other.path[at] === name))
    .map((other) => other.path[path.length]!);
}

function flawsIn(text: string, table: Table, record: Field): Flaw[] {
  const flaws: Flaw[] = [];
  const seen = new Set<string>();
  for (const { path, from, to, value, end } of table.keys) {
    const name = path.join(".");
    const field = found(record, path);
    if (seen.has(name)) flaws.push({ from, to, message: `${name} is given twice.` });
    seen.add(name);
    if (field === undefined) {
      const known = Object.keys(record.properties ?? {}).join(", ");
      flaws.push({ from, to, message: `There is no ${name} here; there are ${known}.` });
    } else if (field !== null) {
      const why = wrong(text.slice(value, end), field);
      if (why !== null) flaws.push({ from: value, to: Math.max(lineEnd(text, value), value), message: why });
    }
  }
  return flaws;
}

/** Why a value does not fit; null where it does. */
function wrong(written: string, field: Field): string | null {
  const type = typeOf(written);
  if (type === null) return "This is no text, number, list or table, and neither true nor false.";
  const fits = type === field.type || (type === "integer" && field.type === "number");
  if (!fits) return `This has to be ${TYPES[field.type ?? ""]}, and is ${TYPES[type]}.`;
  const text = /^(?:"([^"\\]*)"|'([^']*)')[ \t\r]*(?:#.*)?$/.exec(written);
  const word = text?.[1] ?? text?.[2];
  if (field.enum !== undefined && word !== undefined && !field.enum.includes(word))
    return `This is one of ${field.enum.join(", ")}.`;
  if (type === "array" && (field.minItems ?? 0) > 0 && /^\[\s*\]/.test(written)) return "One at least is needed.";
  const number = Number(/^[+-]?[\d._]+/.exec(written)?.[0].replace(/_/g, ""));
  const { minimum = -Infinity, exclusiveMinimum = -Infinity, maximum = Infinity } = field;
  if (number < minimum || number > maximum || number <= exclusiveMinimum)
    return `This is ${number < minimum || number <= exclusiveMinimum ? "too small" : "too large"}.`;
  return null;
}

function typeOf(written: string): string | null {
  if (/^["']/.test(written)) return "string";
  if (written.startsWith("[")) return "array";
  if (written.startsWith("{")) return "object";
  const [word = ""] = written.split(/[\s#]/);
  if (word === "true" || word === "false") return "boolean";
  if (/^(?:[+-]?\d[\d_]*|0[xob]\w+)$/.test(word)) return "integer";
  return /^[+-]?\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?$/.test(word) ? "number" : null;
}
