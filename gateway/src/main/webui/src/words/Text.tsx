import type { Schemas } from "../api/client";
import { sayDate } from "../format/date";
import { sayKey } from "../format/words";
import { Mentions } from "./Mentions";
import { Original } from "./Original";
import { Place } from "./Place";
import { Rating } from "./Rating";
import { Said } from "./Said";
import styles from "./Words.module.css";

type Item = Schemas["FeedbackItem"];

/** One thing that somebody said, with who said it where and how it sounds. */
export function Text({ item, timeZone }: { item: Item; timeZone: string }) {
  const label = item.reading?.label;
  return (
    <li className={styles.text}>
      <Said text={item.text} language={item.language} />
      <p className={styles.facts}>
        <Rating item={item} />
        {typeof label === "string" && <span className={`${styles.label} ${styles[label] ?? ""}`}>{sayKey(label)}</span>}
        <Place item={item} />
        <time dateTime={item.occurredAt}>{sayDate(item.occurredAt, timeZone)}</time>
        <Original url={item.url} />
      </p>
      <Mentions reading={item.reading} />
    </li>
  );
}
