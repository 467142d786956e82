import type { MetricResult } from "../api/metric";
import type { Against } from "../period/period";
import { Card } from "./Card";
import styles from "./Vitals.module.css";
import { isOfWords } from "./kind";

interface Props {
  vitals: MetricResult[];
  catalogue: { id: string; breakdowns: string[] }[];
  against: Against;
}

/** What customers do beside what they say. */
export function Vitals({ vitals, catalogue, against }: Props) {
  const said = vitals.filter((vital) => isOfWords(vital.metric.id, catalogue));
  const done = vitals.filter((vital) => !said.includes(vital));
  return (
    <>
      <Cards id="done" title="What people do" vitals={done} against={against} />
      <Cards id="said" title="What people say" vitals={said} against={against} />
    </>
  );
}

function Cards({ id, title, vitals, against }: { id: string; title: string; vitals: MetricResult[]; against: Against }) {
  if (vitals.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className={styles.cards}>
        {vitals.map((vital) => (
          <Card key={vital.metric.id} vital={vital} against={against} />
        ))}
      </div>
    </section>
  );
}
