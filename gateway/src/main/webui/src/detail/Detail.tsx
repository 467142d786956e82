import { useState } from "react";
import type { Comparison, Step } from "../api/client";
import { useMetric } from "../api/hooks";
import { explain } from "../api/problem";
import { Chart } from "../chart/Chart";
import { sayPeriod } from "../format/date";
import { type Against } from "../period/period";
import { daysBetween } from "../period/days";
import { Failure } from "../shell/Failure";
import { Sheet } from "../shell/Sheet";
import { go } from "../shell/address";
import { isOfWords } from "../vitals/kind";
import { Breakdown } from "./Breakdown";
import styles from "./Detail.module.css";
import { Evidence } from "./Evidence";
import { Summary } from "./Summary";
import { Texts } from "./Texts";
import { STEPS, stepFor } from "./steps";

interface Props {
  id: string;
  range: { from: string; to: string };
  against: Against;
  catalogue: { id: string; name: string; description: string; breakdowns: string[] }[];
  timeZone: string;
  wishes: string[];
}

/** What is behind a number: its course, its parts, and the facts and words that it was made of. */
export function Detail({ id, range, against, catalogue, timeZone, wishes }: Props) {
  const [interval, setInterval] = useState<Step>(stepFor(daysBetween(range.from, range.to)));
  const compare: { compare?: Comparison } = against === "none" ? {} : { compare: against };
  const answer = useMetric(id, { ...range, interval, ...compare });
  const listed = catalogue.find((metric) => metric.id === id);
  const result = answer.data;

  return (
    <Sheet title={result?.metric.name ?? listed?.name ?? "A metric"} close={() => go({ metric: null })}>
      <p className="quiet">
        {listed?.description} {sayPeriod(range.from, range.to)}.
      </p>
      {answer.isError ? (
        <Failure
          title="This figure can't be shown just now"
          detail={explain(answer.error)}
          retry={() => void answer.refetch()}
        />
      ) : !result ? (
        <Waiting />
      ) : (
        <>
          <Summary result={result} against={against} />
          <section aria-labelledby="course">
            <div className={styles.heading}>
              <h3 id="course">How it went</h3>
              <label>
                <span>by</span>
                <select value={interval} onChange={(event) => setInterval(event.target.value as Step)}>
                  {STEPS.map((step) => (
                    <option key={step} value={step}>
                      {step}
                    </option>
                  ))}
                </select>
              </label>
            </div>
            <Chart metric={result.metric} steps={result.series ?? []} />
          </section>
          {listed && listed.breakdowns.length > 0 && (
            <Breakdown metric={result.metric} range={range} dimensions={listed.breakdowns} />
          )}
          {isOfWords(id, catalogue) && <Texts range={range} timeZone={timeZone} wishes={wishes} />}
          <Evidence id={id} range={range} timeZone={timeZone} />
        </>
      )}
    </Sheet>
  );
}

function Waiting() {
  return (
    <div role="status">
      <span className="hidden">The figure is on its way.</span>
      <div className={`skeleton ${styles.waitingSummary}`} />
      <div className={`skeleton ${styles.waitingChart}`} />
    </div>
  );
}
