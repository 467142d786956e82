import type { Figure, MetricResult } from "../api/metric";
import { sayPeriod } from "../format/date";
import { saySample } from "../format/words";
import type { Against } from "../period/period";
import { Change } from "../vitals/Change";
import { Headline } from "../vitals/Headline";
import { Shares } from "../vitals/Shares";
import { type Shift, shiftOf } from "../vitals/shift";
import styles from "./Detail.module.css";

interface Props {
  result: MetricResult;
  against: Against;
}

export function Summary({ result: { metric, total }, against }: Props) {
  const shift = shiftOf(metric, total);
  return (
    <div className={styles.summary}>
      {metric.shape === "distribution" ? (
        <Shares metric={metric} figure={total} />
      ) : (
        <>
          <Headline metric={metric} figure={total} />
          <Change shift={shift} against={against} />
          {shift && total.change && against !== "none" && (
            <p>
              It was {shift.previous} from {sayPeriod(total.change.from, total.change.to)}. {judge(shift, total)}
            </p>
          )}
          {total.interval && (
            <p className="quiet">
              It rests on {saySample(metric.id, total.n)}. With so many, the true value is within the bounds above in{" "}
              {Math.round(total.interval.level * 100)} of 100 cases.
            </p>
          )}
        </>
      )}
    </div>
  );
}

function judge(shift: Shift, figure: Figure): string {
  if (shift.direction === "same") return "";
  if (shift.chance) return "A difference of this size often comes about by chance.";
  return figure.change?.interval ? "Chance alone would hardly do that." : "";
}
