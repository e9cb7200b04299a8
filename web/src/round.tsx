// A round: its clock, its parts, and its scorecard at the end.
import { Fragment, h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError, api, told, under } from "./api";
import { clock } from "./moments";
import { RoundPart } from "./round_part";
import { keepRound, roundOf } from "./round_going";
import type { RoundFacts } from "./rounds";
import { Scorecard } from "./scorecard";
import { Fault, Screen, useAnswer } from "./screen";
import { sleep } from "./stream";

/** Minutes at which the time left is spoken. */
const SPOKEN = [10, 5, 1];
const AGAIN_MS = 2_000;

export function Round({ id }: { id: string }) {
  const [round, setRound] = useState<RoundFacts | null>(null);
  const [fault, setFault] = useState<unknown>();
  const [warning, setWarning] = useState("");
  const load = async () => {
    try {
      const found = await api<RoundFacts>(under("rounds", id));
      if (found.state !== "ended") keepRound(found);
      setRound(found);
      setWarning("");
    } catch (error) {
      // The clock goes on, and so does typing.
      if (error instanceof ApiError && error.status !== 0 && error.status < 500) {
        keepRound(null);
        setFault(error);
      } else setWarning(told(error));
    }
  };
  useEffect(() => void load(), [id]);
  useEffect(() => {
    if (round?.state === "ended" && roundOf(round.parts[0]?.slug ?? "") === id) keepRound(null);
  }, [round?.state]);
  const waits = round?.state === "over" || (round?.state === "ended" && round.card === null);
  useEffect(() => {
    if (!waits && warning === "") return undefined;
    const timer = setInterval(() => void load(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [waits, warning]);
  if (fault !== undefined) return <Fault error={fault} />;
  if (round === null)
    return (
      <Screen title="Round" done={false}>
        <p>{warning || "Loading ..."}</p>
      </Screen>
    );
  if (round.state === "ended") return <Ended round={round} />;
  return (
    <Screen title="Round" wide hideTitle>
      <Bar round={round} setRound={setRound} warning={warning} over={() => void load()} />
      <Parts round={round} setRound={setRound} />
    </Screen>
  );
}

interface Changing {
  round: RoundFacts;
  setRound: (round: RoundFacts) => void;
}

function Bar(props: Changing & { warning: string; over: () => void }) {
  const { round, setRound } = props;
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState("");
  const send = (name: string) =>
    api<RoundFacts>(under("rounds", round.id, name), { method: "POST", body: {} }).then(
      (answer) => setRound(answer),
      (error: unknown) => setSaid(told(error)),
    );
  const ended = useRef(false);
  useEffect(() => () => void (ended.current = true), []);
  const finish = async () => {
    setAsked(false);
    setSaid("The last texts are being judged ...");
    while (!ended.current) {
      try {
        return setRound(await api<RoundFacts>(under("rounds", round.id, "finish"), { method: "POST", body: {} }));
      } catch (error) {
        // Judging may take longer than an answer; it is asked again, and judged once.
        if (!(error instanceof ApiError) || ![0, 429, 503].includes(error.status)) return setSaid(told(error));
        await sleep(1_000 * (error.retryAfter ?? 1));
      }
    }
  };
  return (
    <div class="bar round" role="toolbar" aria-label="Round">
      <Clock round={round} over={props.over} say={setSaid} />
      {round.state === "running" && (
        <button type="button" onClick={() => void send("pause")}>
          Pause
        </button>
      )}
      {round.state === "paused" && (
        <button type="button" onClick={() => void send("resume")}>
          Go on
        </button>
      )}
      {round.state !== "over" && !asked && (
        <button type="button" onClick={() => setAsked(true)}>
          Finish
        </button>
      )}
      {asked && (
        <Fragment>
          <button type="button" class="main" onClick={() => void finish()}>
            Finish the round now
          </button>
          <button type="button" onClick={() => setAsked(false)}>
            Not yet
          </button>
        </Fragment>
      )}
      <span role="status">
        {round.state === "over" ? "The time is over; the last texts are being judged." : said}
        {props.warning}
      </span>
    </div>
  );
}

/** The time left by the server's clock; a pause stops it. */
function Clock(props: { round: RoundFacts; over: () => void; say: (text: string) => void }) {
  const { round, over, say } = props;
  const [left, setLeft] = useState(round.left);
  const ended = useRef(false);
  useEffect(() => {
    setLeft(round.left);
    if (round.state !== "running") return undefined;
    ended.current = false;
    const ahead = Date.parse(round.now) - Date.now();
    let before = Infinity;
    const look = () => {
      const seconds = (Date.parse(round.deadline) - Date.now() - ahead) / 1_000;
      setLeft(Math.max(0, seconds));
      const passed = SPOKEN.find((minutes) => seconds <= minutes * 60 && before > minutes * 60);
      if (passed !== undefined && before !== Infinity)
        say(`${passed} ${passed === 1 ? "minute is" : "minutes are"} left.`);
      before = seconds;
      if (seconds > -0.5 || ended.current) return;
      ended.current = true;
      over();
    };
    look();
    const timer = setInterval(look, 500);
    return () => clearInterval(timer);
  }, [round]);
  return (
    <span role="timer" aria-live="off" aria-label="Time left">
      {clock(left)}
      {round.state === "paused" && " (paused)"}
    </span>
  );
}

function Parts({ round, setRound }: Changing) {
  const slugs = round.parts.map(({ slug }) => slug);
  const [chosen, setChosen] = useState(round.current ?? slugs[0] ?? "");
  return (
    <Fragment>
      <div role="group" aria-label="Parts" class="bar parts">
        {round.parts.map(({ slug, kind, minutes, must }) => (
          <button
            key={slug}
            type="button"
            aria-pressed={slug === chosen}
            onClick={() => setChosen(slug)}
          >
            {slug} ({kind}, {minutes} min{must && ", must"})
          </button>
        ))}
      </div>
      <RoundPart key={chosen} round={round} slug={chosen} setRound={setRound} />
    </Fragment>
  );
}

function Ended({ round }: { round: RoundFacts }) {
  return (
    <Screen title="Round">
      {round.card === null ? <p role="status">The scorecard is being made ...</p> : <Scorecard card={round.card} />}
      <h2>Your texts</h2>
      {round.parts.map(({ slug }) => (
        <LastText key={slug} slug={slug} />
      ))}
      <p>
        <a href="/rounds">All rounds</a>
      </p>
    </Screen>
  );
}

function LastText({ slug }: { slug: string }) {
  const { found, error } = useAnswer(
    (signal) => api<{ source: string } | null>(under("drafts", slug), { signal }),
    [slug],
  );
  return (
    <details>
      <summary>{slug}</summary>
      {error !== undefined && <p>{told(error)}</p>}
      {found === null && <p>Nothing was typed.</p>}
      {found && (
        <pre tabIndex={0} aria-label={`Text of ${slug}`}>
          {found.source}
        </pre>
      )}
      <p>
        <a href={`/problems/${slug}`}>Look at it again</a>, or at{" "}
        <a href={`/submissions?problem=${slug}`}>your attempts</a>
      </p>
    </details>
  );
}
