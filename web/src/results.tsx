// For the host: what each candidate has reached on each problem. A name is a stranger's text.
import { Fragment, h } from "preact";
import { useState } from "preact/hooks";
import { api, download, request, told } from "./api";
import { when } from "./moments";
import { Code } from "./result/parts";
import { Fault, Screen, useAnswer } from "./screen";

interface Line {
  candidate: string;
  owner: string;
  problem: string;
  verdict: string;
  attempts: number;
  ratio: number | null;
  growth: string | null;
  accepted_at: string | null;
}

const COLUMNS = ["Candidate", "Problem", "Verdict", "Attempts", "Ratio", "Growth", "First accepted"];

export function Results() {
  const { found, error } = useAnswer(
    (signal) => api<{ results: Line[] }>("/v1/results", { signal }),
    [],
  );
  if (error !== undefined) return <Fault error={error} />;
  return (
    <Screen title="Results" done={found !== undefined}>
      {found?.results.length === 0 && <p>Nobody has submitted anything yet.</p>}
      {found !== undefined && found.results.length > 0 && <Table lines={found.results} />}
    </Screen>
  );
}

function Table({ lines }: { lines: Line[] }) {
  const [wanted, setWanted] = useState("");
  const [said, setSaid] = useState("");
  const save = async () => {
    try {
      const answer = await request("/v1/results", { headers: { Accept: "text/csv" } });
      download(await answer.blob(), "results.csv");
      setSaid("Saved.");
    } catch (error) {
      setSaid(told(error));
    }
  };
  const words = wanted.toLowerCase().split(/\s+/);
  const shown = lines.filter(({ candidate, problem, verdict }) => {
    const text = `${candidate} ${problem} ${verdict}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <Fragment>
      <div class="filters">
        <label>
          Candidate, problem or verdict
          <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
        </label>
        <button type="button" onClick={() => void save()}>
          Save all as CSV
        </button>
        <span role="status">
          {shown.length} of {lines.length} shown. {said}
        </span>
      </div>
      <div class="scroll" tabIndex={0} role="region" aria-label="Results">
        <table>
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr key={`${line.owner} ${line.problem}`}>
                <th scope="row">
                  <Code text={line.candidate} />
                </th>
                <td>{line.problem}</td>
                <td class={line.verdict === "AC" ? "good" : ""}>{line.verdict}</td>
                <td>{line.attempts}</td>
                <td>{line.ratio === null ? "" : `${line.ratio.toFixed(2)}x`}</td>
                <td>{line.growth}</td>
                <td>{line.accepted_at !== null && when(line.accepted_at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Fragment>
  );
}
