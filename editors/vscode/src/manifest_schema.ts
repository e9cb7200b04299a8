// The schema of problem.toml, and what it has at a path.

import whole from "./problem.schema.json";
import { Table } from "./toml";

export interface Field {
  $ref?: string;
  anyOf?: Field[];
  type?: string;
  enum?: string[];
  items?: Field;
  properties?: Record<string, Field>;
  required?: string[];
  description?: string;
  default?: unknown;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  minItems?: number;
}

const schema = whole as unknown as { anyOf: [Field, Field]; $defs: Record<string, Field> };

/** A field without its references; null is no value of TOML. */
export function resolved(field: Field): Field {
  if (field.anyOf !== undefined) return resolved({ ...field.anyOf.find(({ type }) => type !== "null"), ...told(field) });
  if (field.$ref === undefined) return field;
  return resolved({ ...schema.$defs[field.$ref.split("/").at(-1)!], ...told(field) });
}

function told({ description }: Field): Field {
  return description === undefined ? {} : { description };
}

/** What the schema has at a path; null where anything may stand, undefined where nothing may. */
export function found(root: Field, path: string[]): Field | null | undefined {
  let field: Field = root;
  for (const name of path) {
    if (field.type === "array" && field.items !== undefined) field = resolved(field.items);
    if (field.properties === undefined) return field.type === "object" ? null : undefined;
    if (!Object.hasOwn(field.properties, name)) return undefined;
    field = resolved(field.properties[name]!);
  }
  return field;
}

/** The record of a table, or of each one of many. */
export function recordOf(root: Field, path: string[]): Field | null | undefined {
  const field = found(root, path);
  return field?.type === "array" && field.items !== undefined ? resolved(field.items) : field;
}

/** The whole of the file: a program to be mended has another. */
export function rootOf(tables: Table[]): Field {
  const [usual, mended] = schema.anyOf;
  return tables.some(({ path }) => path[0] === "debug") ? mended : usual;
}
