// One case: its arguments drawn, both answers, what was printed and raised.
import { Fragment, h } from "preact";
import type { CaseView } from "../shapes";
import { Answers } from "./answers";
import { Drawn } from "./drawings";
import { Block, Code, Line } from "./parts";
import { CallTable, Tables } from "./tables";
import { Threads } from "./threads";

const LINE = /^(\s*File .*, line )(\d+)(.*)$/;

/** `drawn`: with the arguments; beside fields that show them they are left out. */
export function Case(props: {
  view: Partial<CaseView>;
  drawn?: boolean;
  goTo?: ((line: number) => void) | undefined;
}) {
  const { view, goTo } = props;
  const exact = view.exact !== false;
  return (
    <Fragment>
      {props.drawn !== false && <Arguments view={view} />}
      {view.calls && <CallTable calls={view.calls} exact={exact} />}
      {view.tables && <Tables tables={props.drawn === false ? view.tables.slice(-2) : view.tables} />}
      {view.threads && <Threads calls={view.threads} />}
      {view.expected && view.actual && (
        <Answers
          expected={view.expected}
          actual={view.actual}
          difference={view.difference ?? null}
          exact={exact}
        />
      )}
      {view.message && (
        <p class="message">
          <Code text={view.message} />
        </p>
      )}
      <Printed title="Your program printed" text={view.printed} left={view.printed_left_out} />
      <Printed title="While it was loading it printed" text={view.printed_loading} />
      {view.traceback && view.traceback.length > 0 && (
        <section aria-label="Traceback">
          <h3>Traceback</h3>
          <Block label="Traceback">
            {view.traceback.map((line, place) => (
              <Fragment key={place}>
                <Linked text={line} goTo={goTo} />
                {"\n"}
              </Fragment>
            ))}
          </Block>
        </section>
      )}
    </Fragment>
  );
}

function Arguments({ view }: { view: Partial<CaseView> }) {
  return (
    <Fragment>
      {view.arguments?.map((one) => (
        <Fragment key={one.name}>
          <p class="value">
            <Code text={`${one.name} = ${one.text}`} />
            {one.cut && <span class="faint"> (cut)</span>}
          </p>
          {one.draw && <Drawn draw={one.draw} name={one.name} alt={view.alt ?? ""} />}
        </Fragment>
      ))}
    </Fragment>
  );
}

export function Printed(props: { title: string; text: string | undefined; left?: number | undefined }) {
  if (!props.text) return null;
  return (
    <section aria-label={props.title}>
      <h3>{props.title}</h3>
      <Block label={props.title}>{props.text}</Block>
      {props.left ? <p class="faint">{props.left.toLocaleString("en")} bytes in its middle are left out.</p> : null}
    </section>
  );
}

/** A line of a traceback: its place in the submission leads there. */
function Linked({ text, goTo }: { text: string; goTo?: ((line: number) => void) | undefined }) {
  const [, before, line, after] = LINE.exec(text) ?? [];
  if (goTo === undefined || line === undefined) return <Fragment>{text}</Fragment>;
  return (
    <Fragment>
      {before!.replace(/line $/, "")}
      <Line line={Number(line)} goTo={goTo} />
      {after}
    </Fragment>
  );
}
