// A problem: its statement, the editor, inputs and result.
import { h } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ApiError, api, under } from "./api";
import { Drafts } from "./drafts";
import { rememberProblem, rememberedProblem } from "./drafts/store";
import { Fault, Screen, say } from "./screen";
import type { Problem } from "./shapes";
import { Solutions } from "./solutions";
import { sleep } from "./stream";
import { Workspace } from "./workspace";

/** A problem, and what is typed for it. `away`: the server does not answer; the text is there. */
interface Opened {
  problem: Problem | null;
  drafts: Drafts | null;
  away: boolean;
  error?: unknown;
}

/** Problems that a person has begun in this tab; its reload begins none again. */
const BEGUN = "judge.begun";

/** Have the history say that a person begins a problem: with the first key, not by looking. */
function begin(slug: string): void {
  const begun = (sessionStorage.getItem(BEGUN) ?? "").split(" ");
  if (begun.includes(slug)) return;
  try {
    sessionStorage.setItem(BEGUN, [...begun, slug].join(" ").trim());
  } catch {
    return; // Else every key would begin it.
  }
  // The whole statement is in view. Where the server is away, the attempts tell as much.
  void api(under("problems", slug, "start"), { method: "POST", body: { rules: true } }).catch(() => null);
}

export function ProblemScreen({ slug }: { slug: string }) {
  const [opened, setOpened] = useState<Opened>({ problem: null, drafts: null, away: false });
  const drafts = useRef<Drafts | null>(null);
  const open = useCallback(async (signal: AbortSignal) => {
    const prepare = async (starter: string) => {
      drafts.current ??= await Drafts.open(slug, starter);
      if (signal.aborted) drafts.current.close();
    };
    for (let pause = 250; !signal.aborted; pause = Math.min(2 * pause, 5_000)) {
      try {
        const problem = await api<Problem>(under("problems", slug), { signal });
        await prepare(problem.starter);
        if (!signal.aborted) setOpened({ problem, drafts: drafts.current, away: false });
        return void rememberProblem(problem);
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof ApiError) || (error.status !== 0 && error.status !== 503))
          return setOpened({ problem: null, drafts: null, away: false, error });
        const known = await rememberedProblem<Problem>(slug);
        await prepare(known?.starter ?? "");
        if (signal.aborted) return;
        setOpened({ problem: known, drafts: drafts.current, away: true });
        await sleep(pause, signal);
      }
    }
  }, []);
  useEffect(() => {
    const aborted = new AbortController();
    void open(aborted.signal);
    return () => {
      aborted.abort();
      drafts.current?.close();
      say("");
    };
  }, []);
  if (opened.error !== undefined) return <Fault error={opened.error} />;
  const title = opened.problem?.title ?? slug;
  return (
    <Screen title={title} wide hideTitle done={opened.drafts !== null}>
      {opened.drafts !== null && (
        <Workspace
          slug={slug}
          problem={opened.problem}
          drafts={opened.drafts}
          away={opened.away}
          typed={() => begin(slug)}
          others={[{ name: "solutions", label: "Solutions", show: () => <Solutions slug={slug} /> }]}
        />
      )}
    </Screen>
  );
}
