import type { MetricResult } from "../api/metric";
import { Spark } from "../chart/Spark";
import type { Against } from "../period/period";
import { go } from "../shell/address";
import styles from "./Card.module.css";
import { Change } from "./Change";
import { Headline } from "./Headline";
import { Shares } from "./Shares";
import { shiftOf } from "./shift";

interface Props {
  vital: MetricResult;
  against: Against;
}

/** One vital sign. The whole card opens what is behind it. */
export function Card({ vital, against }: Props) {
  const { metric, total, series } = vital;
  return (
    <article className={metric.shape === "distribution" ? `${styles.card} ${styles.wide}` : styles.card}>
      <h3>
        <button type="button" className={styles.open} onClick={() => go({ metric: metric.id })}>
          {metric.name}
          <span className="hidden">: show what is behind it</span>
        </button>
      </h3>
      {metric.shape === "distribution" ? (
        <Shares metric={metric} figure={total} />
      ) : (
        <>
          <Headline metric={metric} figure={total} />
          <Change shift={shiftOf(metric, total)} against={against} />
          <div className={styles.chart}>
            <Spark metric={metric} steps={series ?? []} />
          </div>
        </>
      )}
    </article>
  );
}
