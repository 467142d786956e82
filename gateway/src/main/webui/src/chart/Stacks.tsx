import type { scaleBand, scaleLinear } from "@visx/scale";
import type { Step } from "../api/metric";
import { toneOf } from "./tone";

interface Props {
  steps: Step[];
  x: ReturnType<typeof scaleBand<number>>;
  y: ReturnType<typeof scaleLinear<number>>;
}

/** How many of each part, one upon the other. */
export function Stacks({ steps, x, y }: Props) {
  return steps.flatMap((step, index) => {
    let below = 0;
    return (step.parts ?? []).map((part) => {
      const [from, to] = [below, below + part.count];
      below = to;
      return (
        <rect
          key={`${index} ${part.key}`}
          x={x(index)}
          width={x.bandwidth()}
          y={y(to)}
          height={Math.max(0, y(from) - y(to))}
          fill={toneOf(part.key)}
        />
      );
    });
  });
}
