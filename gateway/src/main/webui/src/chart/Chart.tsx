import { ParentSize } from "@visx/responsive";
import { useState } from "react";
import type { MetricName, Step } from "../api/metric";
import { sayStep } from "../format/date";
import styles from "./Chart.module.css";
import { Plot } from "./Plot";
import { SeriesTable } from "./SeriesTable";
import { saySteps } from "./say";

interface Props {
  metric: MetricName;
  steps: Step[];
}

/** A series with its axes. The pointer or the arrow keys read it point by point; a table says the same. */
export function Chart({ metric, steps }: Props) {
  const [at, setAt] = useState<number | null>(null);
  if (steps.length === 0) return <p className="quiet">There is no series for this period.</p>;
  const marked = at === null ? null : Math.min(at, steps.length - 1);
  const step = steps[marked ?? steps.length - 1]!;
  const said = `${sayStep(step.from, step.to)}: ${saySteps(metric, step)}`;

  return (
    <figure className={styles.figure}>
      <figcaption className={styles.readout}>{marked === null ? "Point at the chart, or use the arrow keys." : said}</figcaption>
      <div className={styles.plot}>
        <ParentSize debounceTime={50}>
          {({ width, height }) =>
            width > 0 ? <Plot metric={metric} steps={steps} width={width} height={height} marked={marked} /> : null
          }
        </ParentSize>
        <input
          type="range"
          className={styles.reader}
          min={0}
          max={steps.length - 1}
          value={marked ?? steps.length - 1}
          aria-label={`${metric.name}, point by point`}
          aria-valuetext={said}
          onChange={(event) => setAt(Number(event.target.value))}
          onFocus={() => setAt((now) => now ?? steps.length - 1)}
          onPointerMove={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            setAt(Math.max(0, Math.min(steps.length - 1, Math.floor(((event.clientX - box.left) / box.width) * steps.length))));
          }}
          onPointerLeave={() => setAt(null)}
          onBlur={() => setAt(null)}
        />
      </div>
      <SeriesTable metric={metric} steps={steps} />
    </figure>
  );
}
