import type { MetricName, Step } from "../api/metric";
import { sayStep } from "../format/date";
import styles from "./Chart.module.css";
import { saySteps } from "./say";

interface Props {
  metric: MetricName;
  steps: Step[];
}

export function SeriesTable({ metric, steps }: Props) {
  return (
    <details className={styles.details}>
      <summary>The same as a table</summary>
      <table>
        <caption className="hidden">{metric.name}, step by step</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">{metric.name}</th>
            <th scope="col">Counted</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.from}>
              <th scope="row">{sayStep(step.from, step.to)}</th>
              <td>{saySteps(metric, step)}</td>
              <td>{step.n.toLocaleString("en-IE")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
