// The difference of two texts, line by line, as words and signs and not by colour alone.
import { h } from "preact";
import { told } from "./api";
import { useAnswer } from "./screen";

export function Difference(props: { before: string; after: string; names: [string, string] }) {
  const { before, after, names } = props;
  const { found, error } = useAnswer(async () => {
    const { difference } = await import("./lazy/merge");
    return difference(before, after);
  }, [before, after]);
  if (error !== undefined) return <p role="alert">{told(error)}</p>;
  if (found === undefined) return <p>Comparing ...</p>;
  if (before === after) return <p>Both texts are the same.</p>;
  return (
    <figure class="difference">
      <figcaption>
        <del>- {names[0]}</del> <ins>+ {names[1]}</ins>
      </figcaption>
      <pre tabIndex={0} aria-label={`From ${names[0]} to ${names[1]}`}>
        {found.map((line, at) => {
          if (typeof line === "number")
            return <i key={at}>{`... ${line} ${line === 1 ? "line" : "lines"} the same ...\n`}</i>;
          const text = `${line.mark} ${line.text}\n`;
          if (line.mark === "-") return <del key={at}>{text}</del>;
          return line.mark === "+" ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>;
        })}
      </pre>
    </figure>
  );
}
