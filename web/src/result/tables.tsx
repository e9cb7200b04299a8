// Calls, rows and plans.
import { Fragment, h } from "preact";
import type { CallRow, CostView, TableView } from "../shapes";
import { Code } from "./parts";

const ROWS = 24;

/** The calls of a class problem; the wrong one is marked, in words as well. */
export function CallTable({ calls, exact }: { calls: CallRow[]; exact: boolean }) {
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label="Calls">
      <table class="calls">
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">Call</th>
            <th scope="col">{exact ? "Expected" : "One right way"}</th>
            <th scope="col">Yours</th>
          </tr>
        </thead>
        <tbody>
          {calls.map((row, place) => (
            <tr key={place} class={row.mark}>
              <td>{row.n}</td>
              <td>
                <Code text={row.call} />
              </td>
              <td>
                <Code text={row.expected} />
              </td>
              <td>
                <Code text={row.actual} />
                {row.mark !== "" && <strong class="bad"> {exact ? "differs" : "wrong"}</strong>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Tables({ tables }: { tables: TableView[] }) {
  return (
    <Fragment>
      {tables.map((table) => (
        <Rows key={table.name} table={table} />
      ))}
    </Fragment>
  );
}

function Rows({ table }: { table: TableView }) {
  const shown = table.rows.slice(0, Math.max(ROWS, 2 + Math.max(-1, ...table.wrong.slice(0, 1))));
  const width = Math.max(0, ...shown.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, place) => table.columns[place] ?? "?");
  const left = table.count - shown.length;
  const name = `${table.name}: ${table.count.toLocaleString("en")} ${table.count === 1 ? "row" : "rows"}`;
  if (table.text !== "")
    return (
      <p>
        <strong>{table.name}</strong> <Code text={table.text} />
      </p>
    );
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={name}>
      <table class="rows">
        <caption>{name}</caption>
        {shown.length > 0 && (
          <thead>
            <tr>
              {columns.map((column, place) => (
                <th key={place} scope="col">
                  <Code text={column} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {shown.map((row, place) => (
            <tr key={place} class={table.wrong.includes(place) ? "wrong" : ""}>
              {row.map((cell, column) => (
                <td key={column}>
                  <Code text={cell} />
                  {column === row.length - 1 && table.wrong.includes(place) && (
                    <strong class="bad"> differs</strong>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p class="faint">... {left.toLocaleString("en")} more rows</p>}
    </div>
  );
}

/** Steps of a query, and both plans. */
export function Cost({ cost }: { cost: CostView }) {
  return (
    <section aria-label="Cost">
      <h3>Cost</h3>
      <p>{cost.text}</p>
      {cost.plans
        .filter(({ steps }) => steps.length > 0)
        .map(({ name, steps }) => (
          <Fragment key={name}>
            <p>{name}</p>
            <ul class="plan">
              {steps.map(({ depth, text }, place) => (
                <li key={place} class={`depth-${Math.min(depth, 6)}`}>
                  <Code text={text} />
                </li>
              ))}
            </ul>
          </Fragment>
        ))}
    </section>
  );
}
