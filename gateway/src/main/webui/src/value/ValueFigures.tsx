import type { MetricResult } from "../api/metric";
import { sayReason } from "../format/words";
import { COMPARED, EXPECTED, sayBounds, sayChange, sayValue } from "./figures";
import styles from "./Value.module.css";

/** Each figure with how sure it is and what it was before. */
export function ValueFigures({ results }: { results: Record<string, MetricResult> }) {
  const found = [...COMPARED, EXPECTED].flatMap((id) => results[id] ?? []);
  return (
    <dl className={styles.figures}>
      {found.map((result) => (
        <ValueFigure key={result.metric.id} result={result} />
      ))}
    </dl>
  );
}

function ValueFigure({ result }: { result: MetricResult }) {
  const { metric, total } = result;
  const said = sayValue(result);
  const beside = [sayBounds(result), sayChange(result), total.reliability === "low" && said !== null && "few to go by"].filter(Boolean);
  return (
    <div className={styles.figure}>
      <dt>{metric.name}</dt>
      <dd>
        {said === null ? <span className="quiet">{sayReason(total)}</span> : <span className={styles.number}>{said}</span>}
        {beside.length > 0 && said !== null && <span className={styles.beside}>{beside.join(", ")}</span>}
      </dd>
    </div>
  );
}
