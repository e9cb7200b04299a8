// What was measured: the ratio with its interval, growth, and the ladder.
import { Fragment, h } from "preact";
import type { GrowthView, LadderView, RatioView } from "../shapes";
import { Picture } from "./parts";

const LARGEST = 2.5;
const BAR = { width: 320, height: 46, left: 12, right: 308 };

export function Ratio({ ratio }: { ratio: RatioView }) {
  const at = (value: number) =>
    BAR.left + (Math.min(Math.max(value, 0), LARGEST) / LARGEST) * (BAR.right - BAR.left);
  const [low, high] = [at(ratio.low), at(ratio.high)];
  const text = `${ratio.text}, on a scale from 0 to ${LARGEST}x`;
  return (
    <section aria-label="Runtime">
      <h3>{ratio.text}</h3>
      <svg
        class="picture"
        role="img"
        aria-label={text}
        width={BAR.width}
        height={BAR.height}
        viewBox={`0 0 ${BAR.width} ${BAR.height}`}
      >
        <line class="axis" x1={BAR.left} y1={18} x2={BAR.right} y2={18} />
        {[0, 0.5, 1, 1.5, 2, 2.5].map((tick) => (
          <Fragment key={tick}>
            <line class={tick === 1 ? "axis strong" : "axis"} x1={at(tick)} y1={tick === 1 ? 6 : 14} x2={at(tick)} y2={24} />
            <text class="tick" x={at(tick)} y={40} text-anchor="middle">
              {tick}x
            </text>
          </Fragment>
        ))}
        <rect class="interval" x={low} y={12} width={Math.max(high - low, 3)} height={12} />
        <circle class="middle" cx={at(ratio.ratio)} cy={18} r={4} />
      </svg>
      {ratio.high > LARGEST && <p class="faint">It goes on beyond {LARGEST}x.</p>}
      <p>{ratio.calls}</p>
    </section>
  );
}

const PLOT = { width: 460, height: 260, left: 70, right: 448, top: 10, bottom: 222 };
const SHAPES = ["yours", "reference"] as const;

export function Growth({ growth }: { growth: GrowthView }) {
  const x = (at: number) => PLOT.left + at * (PLOT.right - PLOT.left);
  const y = (at: number) => PLOT.bottom - at * (PLOT.bottom - PLOT.top);
  const names = growth.lines.map(({ name, measured }) => (measured === "" ? name : `${name} grows ${measured}`));
  const first = growth.rows[0];
  const last = growth.rows[growth.rows.length - 1];
  const ends = first && last ? `; from n = ${first.n} (${first.yours}) to n = ${last.n} (${last.yours})` : "";
  const text = `${growth.title}: ${names.join("; ")}${ends}`;
  return (
    <section aria-label="Growth">
      <h3>{growth.text === "" ? "Growth" : `It ${growth.text}`}</h3>
      <Picture text={text}>
        <svg
          class="picture"
          role="img"
          aria-label={text}
          width={PLOT.width}
          height={PLOT.height}
          viewBox={`0 0 ${PLOT.width} ${PLOT.height}`}
        >
          {growth.costs.map(({ at, text: cost }) => (
            <Fragment key={cost}>
              <line class="axis" x1={PLOT.left} y1={y(at)} x2={PLOT.right} y2={y(at)} />
              <text class="tick" x={PLOT.left - 6} y={y(at) + 4} text-anchor="end">
                {cost}
              </text>
            </Fragment>
          ))}
          {growth.sizes.map(({ at, text: size }) => (
            <text key={size} class="tick" x={x(at)} y={PLOT.bottom + 18} text-anchor="middle">
              {size}
            </text>
          ))}
          <text class="tick" x={PLOT.right} y={PLOT.bottom + 34} text-anchor="end">
            n
          </text>
          {growth.lines.map((line, place) => (
            <g key={line.name} class={`curve ${SHAPES[place] ?? ""}`}>
              <polyline points={line.points.map(([a, b]) => `${x(a)},${y(b)}`).join(" ")} />
              {line.points.map(([a, b], n) =>
                place === 0 ? (
                  <circle key={n} cx={x(a)} cy={y(b)} r={4} />
                ) : (
                  <rect key={n} x={x(a) - 4} y={y(b) - 4} width={8} height={8} />
                ),
              )}
            </g>
          ))}
        </svg>
      </Picture>
      <p>
        {names.map((name, place) => (
          <span key={name} class="legend">
            {place === 0 ? "\u25cf solid: " : "\u25a0 dashed: "}
            {name}{" "}
          </span>
        ))}
      </p>
      <details>
        <summary>The figures</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">n</th>
              <th scope="col">Yours</th>
              <th scope="col">Reference</th>
            </tr>
          </thead>
          <tbody>
            {growth.rows.map((row) => (
              <tr key={row.n}>
                <td>{row.n}</td>
                <td>{row.yours}</td>
                <td>{row.reference}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

export function Ladder({ ladder }: { ladder: LadderView }) {
  return (
    <section aria-label="Ladder">
      <h3>Ladder</h3>
      <p>{ladder.text}</p>
      <ol class="ladder">
        {ladder.rungs.map(({ name, ratio, own }, place) => (
          <li key={place} aria-current={own ? "true" : undefined}>
            {own ? <strong>{name}, here</strong> : <code>{name}</code>} {ratio}
          </li>
        ))}
      </ol>
    </section>
  );
}
