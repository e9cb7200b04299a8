// The list of problems: their state, and filters that the address keeps.
import { Fragment, h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { api } from "./api";
import { go, setQuery } from "./paths";
import { Fault, Screen, useAnswer } from "./screen";
import type { ProblemLine } from "./shapes";

/** What is known of one's work on a problem. */
interface Work {
  state: string;
  attempts: number;
  last_at: string | null;
  best_ratio: number | null;
}

interface Line extends ProblemLine {
  work: Work;
}

const NEW: Work = { state: "new", attempts: 0, last_at: null, best_ratio: null };
const FILTERS = ["text", "tag", "state", "difficulty"] as const;
type Filters = { [name in (typeof FILTERS)[number]]: string };

async function lines(signal: AbortSignal): Promise<Line[]> {
  const [{ problems }, work] = await Promise.all([
    api<{ problems: ProblemLine[] }>("/v1/problems", { signal }),
    // A host may keep no history; the list is there without.
    api<{ problems?: Record<string, Work> }>("/v1/progress", { signal }).catch(() => null),
  ]);
  return problems.map((one) => ({ ...one, work: work?.problems?.[one.slug] ?? NEW }));
}

function given(): Filters {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(FILTERS.map((name) => [name, query.get(name) ?? ""])) as Filters;
}

function fits(line: Line, filters: Filters): boolean {
  const words = filters.text.toLowerCase().split(/\s+/);
  const text = `${line.slug} ${line.title} ${line.topic ?? ""} ${line.tags.join(" ")}`.toLowerCase();
  return (
    words.every((word) => text.includes(word)) &&
    (filters.tag === "" || line.tags.includes(filters.tag)) &&
    (filters.state === "" || line.work.state === filters.state) &&
    (filters.difficulty === "" || line.difficulty === filters.difficulty)
  );
}

export function List() {
  const { found, error } = useAnswer(lines, []);
  const [filters, setFilters] = useState(given);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [found !== undefined]);
  if (error !== undefined) return <Fault error={error} />;
  const set = (name: keyof Filters, value: string) => {
    const changed = { ...filters, [name]: value };
    setFilters(changed);
    setQuery(new URLSearchParams(Object.entries(changed).filter(([, text]) => text !== "")));
  };
  const shown = (found ?? []).filter((line) => fits(line, filters));
  const choice = (name: keyof Filters, label: string, choices: string[]) => (
    <label>
      {label}
      <select value={filters[name]} onChange={(event) => set(name, event.currentTarget.value)}>
        <option value="">any</option>
        {choices.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  );
  const all = (of: (line: Line) => string[]) => [...new Set((found ?? []).flatMap(of))].sort();
  return (
    <Screen title="Problems" done={found !== undefined}>
      <form
        role="search"
        class="filters"
        onSubmit={(event) => {
          event.preventDefault();
          if (shown[0] !== undefined) go(`/problems/${shown[0].slug}`);
        }}
      >
        <label>
          Find
          <input
            ref={field}
            type="search"
            value={filters.text}
            onInput={(event) => set("text", event.currentTarget.value)}
          />
        </label>
        {choice("difficulty", "Difficulty", ["easy", "medium", "hard"])}
        {choice("state", "State", all((line) => [line.work.state]))}
        {choice("tag", "Tag", all((line) => line.tags))}
      </form>
      <p role="status">{found === undefined ? "Loading ..." : counted(shown.length, found.length)}</p>
      {found !== undefined && shown.length === 0 ? (
        <None lines={found} filters={filters} drop={(name) => set(name, "")} />
      ) : (
        <Table lines={shown} />
      )}
    </Screen>
  );
}

function counted(shown: number, all: number): string {
  return shown === all ? `${all} problems` : `${shown} of ${all} problems`;
}

/** Nothing fits: say which filter to drop, where dropping one helps. */
function None(props: {
  lines: Line[];
  filters: Filters;
  drop: (name: keyof Filters) => void;
}) {
  const helping = FILTERS.filter((name) => {
    const without = { ...props.filters, [name]: "" };
    return props.filters[name] !== "" && props.lines.some((line) => fits(line, without));
  });
  return (
    <p>
      No problem fits.{" "}
      {helping.map((name) => (
        <Fragment key={name}>
          <button type="button" onClick={() => props.drop(name)}>
            Drop {name === "text" ? "the text" : `the ${name}`} "{props.filters[name]}"
          </button>{" "}
        </Fragment>
      ))}
    </p>
  );
}

function Table({ lines }: { lines: Line[] }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Problems">
      <table class="problems">
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">Problem</th>
            <th scope="col">Difficulty</th>
            <th scope="col">Tags</th>
            <th scope="col">Best</th>
            <th scope="col">Last try</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.slug}>
              <td class={`state ${line.work.state}`}>{line.work.state}</td>
              <td>
                <a href={`/problems/${line.slug}`}>{line.title}</a>
              </td>
              <td>{line.difficulty}</td>
              <td>{line.tags.join(", ")}</td>
              <td>{line.work.best_ratio === null ? "" : `${line.work.best_ratio.toFixed(2)}x`}</td>
              <td>{line.work.last_at === null ? "" : line.work.last_at.slice(0, 10)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
