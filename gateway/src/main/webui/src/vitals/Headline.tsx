import type { Figure, MetricName } from "../api/metric";
import { decimalsFor, numeric, quantity, sayInterval } from "../format/quantity";
import { sayReason, saySample } from "../format/words";
import styles from "./Headline.module.css";

interface Props {
  metric: MetricName;
  figure: Figure;
}

/** The number, and how much it can be trusted. */
export function Headline({ metric, figure }: Props) {
  const value = numeric(figure.value);
  if (value === null) {
    return (
      <div className={styles.headline}>
        <p className={styles.number}>–</p>
        <p className={styles.note}>{sayReason(figure)}</p>
      </div>
    );
  }
  const { number, unit } = quantity(value, metric.unit, decimalsFor(metric.unit, figure.interval));
  const interval = sayInterval(figure, metric.unit);
  return (
    <div className={styles.headline}>
      <p className={styles.number}>
        {number}
        {unit && <span className={styles.unit}>&nbsp;{unit}</span>}
      </p>
      {interval && <p className={styles.note}>Likely {interval}</p>}
      {figure.reliability === "low" && (
        <p className={styles.low}>A rough figure: only {saySample(metric.id, figure.n)}</p>
      )}
    </div>
  );
}
