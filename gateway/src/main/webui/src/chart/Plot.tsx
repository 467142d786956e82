import { AxisBottom, AxisLeft } from "@visx/axis";
import { GridRows } from "@visx/grid";
import { scaleBand, scaleLinear } from "@visx/scale";
import type { MetricName, Step } from "../api/metric";
import { sayStep } from "../format/date";
import { decimal } from "../format/number";
import { Lines } from "./Lines";
import { Stacks } from "./Stacks";
import { LEFT, RIGHT } from "./margins";
import { pointsOf, spanOf } from "./points";

interface Props {
  metric: MetricName;
  steps: Step[];
  width: number;
  height: number;
  marked: number | null;
}

const TOP = 8;
const BOTTOM = 26;
const LABEL = 78;

export function Plot({ metric, steps, width, height, marked }: Props) {
  const stacked = metric.shape === "distribution";
  const points = pointsOf(steps);
  const x = scaleBand({ domain: steps.map((_, index) => index), range: [LEFT, width - RIGHT], padding: 0.2 });
  const span = stacked ? [0, Math.max(1, ...steps.map((step) => step.n))] : spanOf(points, metric.unit, false);
  const y = scaleLinear({ domain: span, range: [height - BOTTOM, TOP], nice: true, clamp: true });
  const every = Math.max(1, Math.ceil(steps.length / Math.max(2, Math.floor((width - LEFT) / LABEL))));
  const ticks = steps.map((_, index) => index).filter((index) => index % every === 0);
  const whole = stacked || metric.unit === "count";
  const label = { fill: "var(--muted)", fontSize: 12, fontFamily: "var(--sans)" };
  return (
    <svg width={width} height={height} aria-hidden="true" focusable="false" display="block">
      <GridRows scale={y} left={LEFT} width={width - LEFT - RIGHT} numTicks={4} stroke="var(--line)" />
      {marked !== null && (
        <rect x={(x(marked) ?? 0) - 1} width={x.bandwidth() + 2} y={TOP} height={height - BOTTOM - TOP} fill="var(--accent)" opacity={0.14} />
      )}
      {stacked ? (
        <Stacks steps={steps} x={x} y={y} />
      ) : (
        <Lines points={points} x={x} y={y} bars={metric.unit === "count"} />
      )}
      <AxisLeft
        scale={y}
        left={LEFT}
        numTicks={4}
        hideAxisLine
        hideTicks
        tickFormat={(value) => (whole && !Number.isInteger(Number(value)) ? "" : tick(Number(value), metric.unit, whole))}
        tickLabelProps={{ ...label, textAnchor: "end", dx: -4, dy: 4 }}
      />
      <AxisBottom
        scale={x}
        top={height - BOTTOM}
        tickValues={ticks}
        stroke="var(--line)"
        hideTicks
        tickFormat={(index) => sayStep(steps[Number(index)]!.from, steps[Number(index)]!.from)}
        tickLabelProps={{ ...label, textAnchor: "middle" }}
      />
    </svg>
  );
}

function tick(value: number, unit: string, whole: boolean): string {
  if (whole) return decimal(value, 0);
  if (unit === "ratio") return `${decimal(value * 100, 0)} %`;
  return decimal(value, Number.isInteger(value) ? 0 : 1);
}
