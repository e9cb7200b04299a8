// Panes beside each other with splitters between them; one at a time on a narrow screen.
import { Component, type ComponentChildren, h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** A border that can be moved, by keys too; its place is kept, in percent. */
export function Splitter(props: {
  name: string;
  label: string;
  axis: "x" | "y";
  /** Sets the part of the first pane. */
  move: (percent: number) => void;
  usual: number;
}) {
  const place = `judge.split.${props.name}`;
  const [percent, setPercent] = useState(() => {
    const kept = Number(localStorage.getItem(place) ?? props.usual);
    return kept >= 20 && kept <= 80 ? kept : props.usual;
  });
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => props.move(percent), [percent]);
  const set = (wanted: number) => {
    const now = Math.min(80, Math.max(20, Math.round(wanted)));
    setPercent(now);
    try {
      localStorage.setItem(place, String(now));
    } catch {
      // It holds until the page is left.
    }
  };
  const drag = (event: PointerEvent) => {
    const box = line.current?.parentElement?.getBoundingClientRect();
    if (box === undefined || !line.current?.hasPointerCapture(event.pointerId)) return;
    const part =
      props.axis === "x" ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height;
    set(100 * part);
  };
  const steps: Record<string, number> =
    props.axis === "x" ? { ArrowLeft: -2, ArrowRight: 2 } : { ArrowUp: -2, ArrowDown: 2 };
  return (
    <div
      ref={line}
      class={`splitter ${props.axis}`}
      role="separator"
      tabIndex={0}
      aria-label={props.label}
      aria-orientation={props.axis === "x" ? "vertical" : "horizontal"}
      aria-valuenow={percent}
      aria-valuemin={20}
      aria-valuemax={80}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={(event) => {
        const step = steps[event.key];
        if (step === undefined) return;
        event.preventDefault();
        set(percent + step);
      }}
      onDblClick={() => set(props.usual)}
    />
  );
}

/** Shows a part of a screen; what cannot be drawn takes nothing else along, least of all a text. */
class Guarded extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false };

  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.setState({ failed: true });
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <p role="alert">The page cannot show this. That is a fault of ours; nothing is lost.</p>;
  }
}

export interface Tab {
  name: string;
  label: string;
  show: () => ComponentChildren;
}

/** Tabs: arrows go from one to the next, and only the chosen one's content is there. */
export function Tabs(props: {
  label: string;
  id: string;
  tabs: Tab[];
  chosen: string;
  choose: (name: string) => void;
}) {
  const chosen = props.tabs.find((tab) => tab.name === props.chosen) ?? props.tabs[0]!;
  const step = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    const at = (props.tabs.indexOf(chosen) + by + props.tabs.length) % props.tabs.length;
    props.choose(props.tabs[at]!.name);
    document.getElementById(`${props.id}-${props.tabs[at]!.name}`)?.focus();
  };
  return (
    <div class="tabs">
      <div role="tablist" aria-label={props.label} onKeyDown={step}>
        {props.tabs.map(({ name, label }) => (
          <button
            key={name}
            id={`${props.id}-${name}`}
            type="button"
            role="tab"
            aria-selected={name === chosen.name}
            aria-controls={`${props.id}-panel`}
            tabIndex={name === chosen.name ? 0 : -1}
            onClick={() => props.choose(name)}
          >
            {label}
          </button>
        ))}
      </div>
      <div
        id={`${props.id}-panel`}
        class="panel"
        role="tabpanel"
        tabIndex={0}
        aria-labelledby={`${props.id}-${chosen.name}`}
      >
        <Guarded key={chosen.name}>{chosen.show()}</Guarded>
      </div>
    </div>
  );
}
