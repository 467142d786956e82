import type { scaleBand, scaleLinear } from "@visx/scale";
import { Area, LinePath } from "@visx/shape";
import { type Point, lonely } from "./points";

interface Props {
  points: Point[];
  x: ReturnType<typeof scaleBand<number>>;
  y: ReturnType<typeof scaleLinear<number>>;
  bars: boolean;
}

/** Counts as bars; all else as a line within the bounds that its intervals give. */
export function Lines({ points, x, y, bars }: Props) {
  const at = ({ index }: Point) => (x(index) ?? 0) + x.bandwidth() / 2;
  const floor = y.range()[0] ?? 0;
  if (bars) {
    return points.map(({ index, value }) => (
      <rect
        key={index}
        x={x(index)}
        width={x.bandwidth()}
        y={y(value ?? 0)}
        height={Math.max(0, floor - y(value ?? 0))}
        rx={2}
        fill="var(--chart)"
      />
    ));
  }
  return (
    <>
      <Area
        data={points}
        x={at}
        y0={({ step }) => y(step.interval?.low ?? 0)}
        y1={({ step }) => y(step.interval?.high ?? 0)}
        defined={({ step, value }) => value !== null && !!step.interval}
        fill="var(--chart)"
        fillOpacity={0.13}
      />
      <LinePath
        data={points}
        x={at}
        y={({ value }) => y(value ?? 0)}
        defined={({ value }) => value !== null}
        stroke="var(--chart)"
        strokeWidth={2}
        strokeLinejoin="round"
      />
      {(points.length <= 31 ? points.filter((point) => point.value !== null) : lonely(points)).map((point) => (
        <circle key={point.index} cx={at(point)} cy={y(point.value ?? 0)} r={3} fill="var(--chart)" />
      ))}
    </>
  );
}
