import { useState } from "react";
import { useMetric } from "../api/hooks";
import type { Group, MetricName } from "../api/metric";
import { explain } from "../api/problem";
import { decimalsFor, numeric, say, sayInterval } from "../format/quantity";
import { sayKey } from "../format/words";
import { Failure } from "../shell/Failure";
import styles from "./Detail.module.css";

interface Props {
  metric: MetricName;
  range: { from: string; to: string };
  dimensions: string[];
}

const AT_FIRST = 8;

export function Breakdown({ metric, range, dimensions }: Props) {
  const [by, setBy] = useState(dimensions[0] ?? "");
  const [all, setAll] = useState(false);
  const answer = useMetric(metric.id, { ...range, by });
  const groups = answer.data?.breakdown ?? [];
  return (
    <section aria-labelledby="breakdown">
      <div className={styles.heading}>
        <h3 id="breakdown">Where it comes from</h3>
        <label>
          <span>by</span>
          <select value={by} onChange={(event) => setBy(event.target.value)}>
            {dimensions.map((dimension) => (
              <option key={dimension} value={dimension}>
                {sayKey(dimension).toLowerCase()}
              </option>
            ))}
          </select>
        </label>
      </div>
      {answer.isError ? (
        <Failure
          title="The parts can't be shown just now"
          detail={explain(answer.error)}
          retry={() => void answer.refetch()}
        />
      ) : groups.length === 0 ? (
        <p className="quiet">{answer.data ? "Nothing in this period says so." : "One moment …"}</p>
      ) : (
        <div className={styles.scroll} role="region" aria-label="Parts of the figure" tabIndex={0} aria-busy={answer.isPlaceholderData}>
          <Table metric={metric} by={by} groups={all ? groups : groups.slice(0, AT_FIRST)} />
        </div>
      )}
      {groups.length > AT_FIRST && !all && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          Show all {groups.length}
        </button>
      )}
    </section>
  );
}

function Table({ metric, by, groups }: { metric: MetricName; by: string; groups: Group[] }) {
  const parts = groups[0]?.parts?.map((part) => part.key);
  const most = Math.max(...groups.map((group) => Math.abs(numeric(group.value) ?? 0)), 0);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{sayKey(by)}</th>
          {parts ? (
            parts.map((part) => (
              <th key={part} scope="col" className={styles.num}>
                {sayKey(part)}
              </th>
            ))
          ) : (
            <th scope="col" className={styles.num}>
              {metric.name}
            </th>
          )}
          {!parts && metric.unit !== "count" && <th scope="col">Likely</th>}
          {(parts || metric.unit !== "count") && (
            <th scope="col" className={styles.num}>
              Counted
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.key ?? ""}>
            <th scope="row">
              {sayKey(group.key)}
              {!parts && <Bar value={numeric(group.value)} most={most} />}
            </th>
            {parts ? (
              group.parts?.map((part) => (
                <td key={part.key} className={styles.num}>
                  {part.share === null ? "–" : say(part.share, metric.unit, 0)}
                </td>
              ))
            ) : (
              <td className={styles.num}>{sayFigure(metric, group)}</td>
            )}
            {!parts && metric.unit !== "count" && <td>{sayInterval(group, metric.unit) ?? "too few to say"}</td>}
            {(parts || metric.unit !== "count") && <td className={styles.num}>{group.n.toLocaleString("en-IE")}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bar({ value, most }: { value: number | null; most: number }) {
  if (value === null || most === 0) return null;
  return <span aria-hidden="true" className={styles.bar} style={{ width: `${(Math.abs(value) / most) * 100}%` }} />;
}

function sayFigure(metric: MetricName, group: Group): string {
  const value = numeric(group.value);
  return value === null ? "–" : say(value, metric.unit, decimalsFor(metric.unit, group.interval));
}
