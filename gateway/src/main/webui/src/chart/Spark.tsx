import { ParentSize } from "@visx/responsive";
import { scaleBand, scaleLinear } from "@visx/scale";
import { AreaClosed, LinePath } from "@visx/shape";
import type { MetricName, Step } from "../api/metric";
import { lonely, pointsOf, spanOf } from "./points";

interface Props {
  metric: MetricName;
  steps: Step[];
}

/** The shape of a series. For the eye alone: its numbers are in the card's detail, as a table too. */
export function Spark({ metric, steps }: Props) {
  return (
    <ParentSize debounceTime={50}>
      {({ width, height }) => (width > 0 ? <Shape metric={metric} steps={steps} width={width} height={height} /> : null)}
    </ParentSize>
  );
}

function Shape({ metric, steps, width, height }: Props & { width: number; height: number }) {
  const points = pointsOf(steps);
  const known = points.filter((point) => point.value !== null);
  const gaps = known.length < points.length;
  const x = scaleBand({ domain: points.map((point) => point.index), range: [0, width], padding: 0.25 });
  const y = scaleLinear({ domain: spanOf(points, metric.unit, false), range: [height - 3, 3] });
  const at = (index: number) => (x(index) ?? 0) + x.bandwidth() / 2;
  return (
    <svg width={width} height={height} aria-hidden="true" focusable="false" display="block">
      {metric.unit === "count" ? (
        points.map(({ index, value }) => (
          <rect
            key={index}
            x={x(index)}
            width={x.bandwidth()}
            y={y(value ?? 0)}
            height={Math.max(height - y(value ?? 0), value ? 2 : 1)}
            rx={1.5}
            fill={value ? "var(--chart)" : "var(--line)"}
          />
        ))
      ) : (
        <>
          {!gaps && (
          <AreaClosed
            data={points}
            x={({ index }) => at(index)}
            y={({ value }) => y(value ?? 0)}
            yScale={y}
            defined={({ value }) => value !== null}
            fill="var(--chart)"
            fillOpacity={0.12}
          />
          )}
          <LinePath
            data={known}
            x={({ index }) => at(index)}
            y={({ value }) => y(value ?? 0)}
            stroke="var(--chart)"
            strokeOpacity={0.35}
            strokeWidth={1.5}
          />
          <LinePath
            data={points}
            x={({ index }) => at(index)}
            y={({ value }) => y(value ?? 0)}
            defined={({ value }) => value !== null}
            stroke="var(--chart)"
            strokeWidth={2}
            strokeLinejoin="round"
            strokeLinecap="round"
          />
          {lonely(points).map(({ index, value }) => (
            <circle key={index} cx={at(index)} cy={y(value ?? 0)} r={2.5} fill="var(--chart)" />
          ))}
        </>
      )}
    </svg>
  );
}
