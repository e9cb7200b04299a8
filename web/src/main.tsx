// The page: which screen an address shows.
import { Fragment, h, render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { keepSecret, onSignedOut } from "./api";
import { Attempt, Attempts } from "./attempts";
import { List } from "./list";
import { Login, arrival } from "./login";
import { followLinks, idOf, onMoved, slugOf } from "./paths";
import { ProblemScreen } from "./problem";
import { Progress } from "./progress";
import { Results } from "./results";
import { Round } from "./round";
import { Elsewhere, roundOf } from "./round_going";
import { Rounds } from "./rounds";
import { Header, Screen } from "./screen";
import { SettingsScreen } from "./settings_screen";
import { apply } from "./settings";
import { keepForLater } from "./worker";

function Page() {
  const [, setMoves] = useState(0);
  const [out, setOut] = useState(false);
  useEffect(() => onMoved(() => setMoves((count) => count + 1)), []);
  useEffect(
    () =>
      onSignedOut(() => {
        keepSecret(null);
        setOut(true);
      }),
    [],
  );
  return (
    <Fragment>
      <Header place={location.pathname} />
      {out ? <SignedOut /> : <Shown path={location.pathname} />}
    </Fragment>
  );
}

function Shown({ path }: { path: string }) {
  const [, place, below] = path.split("/");
  const slug = slugOf(below);
  const id = idOf(below);
  if (place === "" || (place === "problems" && !below)) return <List />;
  const round = slug === null ? null : roundOf(slug);
  if (place === "problems" && round !== null) return <Elsewhere id={round} />;
  if (place === "problems" && slug !== null) return <ProblemScreen key={slug} slug={slug} />;
  if (place === "submissions" && !below)
    return (
      <Screen title="Attempts">
        <Attempts slug={slugOf(new URLSearchParams(location.search).get("problem") ?? "")} />
      </Screen>
    );
  if (place === "submissions" && id !== null) return <Attempt key={id} id={id} />;
  if (place === "rounds" && !below) return <Rounds />;
  if (place === "rounds" && id !== null) return <Round key={id} id={id} />;
  if (place === "progress") return <Progress />;
  if (place === "results") return <Results />;
  if (place === "settings") return <SettingsScreen />;
  return (
    <Screen title="No such screen">
      <p>
        <a href="/">To the list of problems</a>
      </p>
    </Screen>
  );
}

function SignedOut() {
  return (
    <Screen title="Signed out">
      <p>
        Run <code>judge open</code> to sign in, or{" "}
        <a href="/login" target="_self">
          use a token
        </a>
        . What you have typed is kept in this browser.
      </p>
    </Screen>
  );
}

apply();
const root = document.body.appendChild(document.createElement("div"));
root.id = "page";
if (location.pathname === "/login") {
  const { code, to } = arrival();
  render(
    <Screen title="Sign in" hideTitle>
      <Login code={code} to={to} />
    </Screen>,
    root,
  );
} else {
  keepForLater();
  followLinks();
  render(<Page />, root);
}
