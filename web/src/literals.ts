// Reads values as people write them, in JSON or in Python, and gives their JSON as text: a number
// never becomes one of the browser's, which knows no 5.0 and nothing exact beyond 2^53.

export type Read = { json: string } | { fault: string };

const DEEPEST = 100;
const NAMES: Record<string, string> = {
  None: "null",
  null: "null",
  True: "true",
  true: "true",
  False: "false",
  false: "false",
};
const NUMBER = /[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?/y;
const NAME = /[A-Za-z_]\w*/y;
const ESCAPES: Record<string, string> = {
  n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", "0": "\0", "\\": "\\", "'": "'", '"': '"', "/": "/",
};

class Unreadable extends Error {}

/** Read one value, and nothing after it. */
export function readValue(text: string): Read {
  return reading(text, (reader) => reader.value(0));
}

/** Read an object as the names and the JSON of its members; null where it is none. */
export function readMembers(text: string): [string, string][] | null {
  let members: [string, string][] = [];
  const read = reading(text, (reader) => {
    members = reader.members(0);
    return "";
  });
  return "json" in read ? members : null;
}

function reading(text: string, read: (reader: Reader) => string): Read {
  try {
    const reader = new Reader(text);
    const json = read(reader);
    reader.end();
    return { json };
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.message };
    throw error;
  }
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  value(depth: number): string {
    if (depth > DEEPEST) throw new Unreadable(`It is nested deeper than ${DEEPEST}.`);
    const next = this.next();
    if (next === "[") return `[${this.list("]", depth).join(",")}]`;
    if (next === "(") return `[${this.list(")", depth).join(",")}]`;
    if (next === "{") {
      const members = this.members(depth);
      return `{${members.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(",")}}`;
    }
    if (next === '"' || next === "'") return JSON.stringify(this.string());
    const name = this.match(NAME);
    if (name !== null) {
      const json = NAMES[name];
      if (json !== undefined && Object.hasOwn(NAMES, name)) return json;
      throw this.fault(`${name} is no value; write a text in quotes`, -name.length);
    }
    return this.number();
  }

  members(depth: number): [string, string][] {
    this.take("{");
    const members: [string, string][] = [];
    while (this.next() !== "}") {
      if (this.next() !== '"' && this.next() !== "'") throw this.fault("a name in quotes is expected");
      const name = this.string();
      this.take(":");
      members.push([name, this.value(depth + 1)]);
      this.comma("}");
    }
    this.take("}");
    return members;
  }

  end(): void {
    if (this.next() !== "") throw this.fault("this is more than one value");
  }

  private list(close: string, depth: number): string[] {
    this.at += 1;
    const items: string[] = [];
    let commas = 0;
    while (this.next() !== close) {
      items.push(this.value(depth + 1));
      commas += this.comma(close);
    }
    this.take(close);
    if (close === ")" && items.length === 1 && commas === 0)
      throw this.fault("write a list as [1], or a tuple as (1,)", -1);
    return items;
  }

  private number(): string {
    const found = this.match(NUMBER);
    if (found === null) throw this.fault(this.next() === "" ? "a value is missing" : "this is no value");
    const [, sign, whole, , part, power] = /^([-+]?)(\d*)(\.?)(\d*)(.*)$/.exec(found.replace(/_/g, ""))!;
    if (whole!.length > 1 && whole!.startsWith("0")) throw this.fault("a number begins with 0", -found.length);
    const isWhole = !found.includes(".");
    return `${sign === "-" ? "-" : ""}${whole || "0"}${isWhole ? "" : `.${part || "0"}`}${power}`;
  }

  private string(): string {
    const quote = this.text[this.at]!;
    let read = "";
    for (this.at += 1; ; this.at += 1) {
      const one = this.text[this.at];
      if (one === undefined || one === "\n") throw this.fault(`a closing ${quote} is missing`);
      if (one === quote) break;
      read += one === "\\" ? this.escaped() : one;
    }
    this.at += 1;
    return read;
  }

  private escaped(): string {
    this.at += 1;
    const sign = this.text[this.at] ?? "";
    const digits = { x: 2, u: 4, U: 8 }[sign];
    if (digits === undefined) {
      const plain = ESCAPES[sign];
      if (plain === undefined) throw this.fault(`\\${sign} is no escape; a backslash is \\\\`, -1);
      return plain;
    }
    const code = this.text.slice(this.at + 1, this.at + 1 + digits);
    const point = Number.parseInt(code, 16);
    if (!/^[0-9a-fA-F]+$/.test(code) || code.length < digits || point > 0x10ffff)
      throw this.fault(`\\${sign} needs ${digits} hexadecimal digits`, -1);
    this.at += digits;
    return String.fromCodePoint(point);
  }

  /** Return the next character that is no space; empty at the end. */
  private next(): string {
    while (/\s/.test(this.text[this.at] ?? "")) this.at += 1;
    return this.text[this.at] ?? "";
  }

  private take(sign: string): void {
    const next = this.next();
    if (next !== sign) throw this.fault(next === "" ? `${sign} is missing` : `${sign} is expected`);
    this.at += 1;
  }

  /** Take the comma before a further item; return how many there are, 0 before the end. */
  private comma(close: string): number {
    const next = this.next();
    if (next === close) return 0;
    if (next === "") throw this.fault(`a closing ${close} is missing`);
    this.take(",");
    return 1;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    this.at += found?.length ?? 0;
    return found;
  }

  private fault(reason: string, back = 0): Unreadable {
    const place = this.at + back + 1;
    const line = this.text.slice(0, this.at + back).split("\n").length;
    return new Unreadable(line > 1 ? `Line ${line}: ${reason}.` : `Character ${place}: ${reason}.`);
  }
}
