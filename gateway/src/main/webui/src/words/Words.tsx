import type { Range } from "../api/client";
import { Telling } from "./Telling";
import styles from "./Words.module.css";

interface Props {
  range: Range;
  timeZone: string;
}

/** The words behind the figures: what people liked beside what they didn't. */
export function Words({ range, timeZone }: Props) {
  return (
    <section aria-labelledby="words">
      <h2 id="words">The words behind it</h2>
      <p className="quiet">Of the newest in this period, the most outspoken first.</p>
      <div className={styles.columns}>
        <div>
          <h3 id="critical">What people criticise</h3>
          <Telling range={range} label="negative" timeZone={timeZone} named="critical" />
        </div>
        <div>
          <h3 id="kind">What people praise</h3>
          <Telling range={range} label="positive" timeZone={timeZone} named="kind" />
        </div>
      </div>
    </section>
  );
}
