// Small parts that all of the result is made of.
import { type ComponentChildren, Fragment, h } from "preact";
import { useState } from "preact/hooks";

/** A text of the submission or of a case: escaped by the server, placed as a text node. */
export function Code({ text, mark = "" }: { text: string; mark?: string }) {
  return <code class={mark}>{text}</code>;
}

/** Lines of a text; what is wide scrolls, and can be reached without a mouse. */
export function Block({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <pre tabIndex={0} role="group" aria-label={label}>
      <code>{children}</code>
    </pre>
  );
}

/** Copies a text; says whether that succeeded. */
export function Copy({ text, what, cut = false }: { text: string; what: string; cut?: boolean }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(cut ? "Copied what is shown; the value is longer." : "Copied.");
    } catch {
      setSaid("This browser does not let the page copy.");
    }
  };
  return (
    <Fragment>
      <button type="button" class="small" aria-label={`Copy ${what}`} onClick={() => void copy()}>
        Copy
      </button>
      <span role="status" class="faint">
        {said}
      </span>
    </Fragment>
  );
}

/** A picture, and below it the same facts in words. */
export function Picture({ text, children }: { text: string; children: ComponentChildren }) {
  return (
    <figure>
      <div class="scroll" tabIndex={0} role="group" aria-label="Picture">
        {children}
      </div>
      <details>
        <summary>As text</summary>
        <p>
          <Code text={text} />
        </p>
      </details>
    </figure>
  );
}

/** A line of the submission: leads there while the text is still the one that was judged. */
export function Line({ line, goTo }: { line: number; goTo?: ((line: number) => void) | undefined }) {
  if (goTo === undefined) return <Fragment>line {line}</Fragment>;
  return (
    <button type="button" class="link" onClick={() => goTo(line)}>
      line {line}
    </button>
  );
}
