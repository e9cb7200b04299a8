// What may be written at a place of a problem.toml, and what the key there is for.

import { Field, found, recordOf, resolved, rootOf } from "./manifest_schema";
import { read } from "./toml";

/** What may be written at a place; `snippet` has the tab stops of VS Code. */
export interface Offer {
  label: string;
  snippet: string;
  told: string;
  table: boolean;
}

/** What may be written at a place: keys of its table that are not given, tables, or values. */
export function offersAt(text: string, at: number): Offer[] {
  const { tables } = read(text);
  const root = rootOf(tables);
  const table = tables.filter(({ from, path }) => path.length === 0 || from < at).at(-1)!;
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const record = recordOf(root, table.path);
  const inside = table.keys.find(({ value, end }) => value <= at && at <= end);
  if (inside !== undefined) {
    const field = record ? found(record, inside.path) : null;
    return text.slice(inside.value, at).includes("\n") ? [] : valuesOf(field ?? {}, /["']/.test(line.split("=")[1] ?? ""));
  }
  if (/^\s*\[/.test(line)) return tablesOf(root);
  if (!/^\s*[\w-]*$/.test(line)) return [];
  const given = new Set(table.keys.map(({ path }) => path[0]));
  const keys = Object.entries(record?.properties ?? {}).filter(([name, field]) => !given.has(name) && isKey(resolved(field)));
  return [...keys.map(([name, field]) => keyOffer(name, resolved(field))), ...tablesOf(root)];
}

function isKey(field: Field): boolean {
  return recordsOf(field) === null && field.description !== undefined;
}

/** The record that a field is a table of; null where it is a value. */
function recordsOf(field: Field): Field | null {
  const one = field.type === "array" && field.items !== undefined ? resolved(field.items) : field;
  return one.type === "object" && one.properties !== undefined ? one : null;
}

function valuesOf(field: Field, quoted: boolean): Offer[] {
  const values = field.type === "boolean" ? ["true", "false"] : (field.enum ?? []);
  return values.map((label) => ({
    label,
    snippet: quoted || field.type === "boolean" ? label : `"${label}"`,
    told: field.description ?? "",
    table: false,
  }));
}

function keyOffer(name: string, field: Field): Offer {
  return { label: name, snippet: written(name, field, 1), told: field.description ?? "", table: false };
}

function written(name: string, field: Field, stop: number): string {
  const usual = typeof field.default === "number" || typeof field.default === "boolean" ? String(field.default) : "";
  const value =
    field.enum !== undefined
      ? `"\${${stop}|${field.enum.join(",")}|}"`
      : field.type === "string"
        ? `"$${stop}"`
        : field.type === "array"
          ? `["$${stop}"]`
          : `\${${stop}:${usual}}`;
  return `${name} = ${value}`;
}

/** Headers of tables, each with the keys that it needs. */
function tablesOf(root: Field, path: string[] = []): Offer[] {
  return Object.entries(root.properties ?? {}).flatMap(([name, given]) => {
    const field = resolved(given);
    const record = recordsOf(field);
    if (record === null) return [];
    const title = [...path, name].join(".");
    const label = field.type === "array" ? `[[${title}]]` : `[${title}]`;
    const needed = (record.required ?? [])
      .map((key) => [key, resolved(record.properties![key]!)] as const)
      .filter(([, one]) => isKey(one))
      .map(([key, one], stop) => written(key, one, stop + 1));
    const offer = { label, snippet: [label, ...needed].join("\n"), told: field.description ?? "", table: true };
    return [offer, ...tablesOf(record, [...path, name])];
  });
}

/** What the key or the table at a place is for; null where there is neither. */
export function toldAt(text: string, at: number): string | null {
  const { tables } = read(text);
  const root = rootOf(tables);
  for (const table of tables) {
    const record = recordOf(root, table.path);
    if (table.path.length > 0 && table.from <= at && at <= table.to) return found(root, table.path)?.description ?? null;
    const key = table.keys.find(({ from, to }) => from <= at && at <= to);
    if (key !== undefined) return (record ? found(record, key.path)?.description : null) ?? null;
  }
  return null;
}
