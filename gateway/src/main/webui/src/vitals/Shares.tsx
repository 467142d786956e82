import type { Figure, MetricName } from "../api/metric";
import { decimalsFor, say, sayInterval } from "../format/quantity";
import { sayKey, sayReason, saySample } from "../format/words";
import { toneOf } from "../chart/tone";
import styles from "./Shares.module.css";

interface Props {
  metric: MetricName;
  figure: Figure;
}

/** A distribution as one bar and its words. */
export function Shares({ metric, figure }: Props) {
  const parts = (figure.parts ?? []).filter((part) => part.share !== null);
  if (figure.n === 0 || parts.length === 0) return <p className="quiet">{sayReason(figure)}</p>;
  return (
    <div className={styles.shares}>
      <div className={styles.bar} aria-hidden="true">
        {parts.map((part) => (
          <span key={part.key} style={{ flexGrow: part.share ?? 0, background: toneOf(part.key) }} />
        ))}
      </div>
      <ul>
        {parts.map((part) => {
          const whole = { ...figure, interval: part.interval };
          return (
            <li key={part.key}>
              <span className={styles.dot} style={{ background: toneOf(part.key) }} aria-hidden="true" />
              <span>{sayKey(part.key)}</span>
              <strong>{say(part.share ?? 0, metric.unit, decimalsFor(metric.unit, part.interval))}</strong>
              <small>{sayInterval(whole, metric.unit)}</small>
            </li>
          );
        })}
      </ul>
      <p className={figure.reliability === "low" ? styles.low : "quiet"}>
        {figure.reliability === "low" ? "A rough figure: only " : "Of "}
        {saySample(metric.id, figure.n)}
      </p>
    </div>
  );
}
