import type { Schemas } from "../api/client";
import { sayDate } from "../format/date";
import { sayKey } from "../format/words";
import { Mentions } from "./Mentions";
import { Rating } from "./Rating";
import styles from "./Words.module.css";

type Item = Schemas["FeedbackItem"];

/** One thing that somebody said, with who said it where and how it sounds. */
export function Text({ item, timeZone }: { item: Item; timeZone: string }) {
  const label = item.reading?.label;
  const place = [sayKey(item.source), item.author?.name, item.touchpoint && sayKey(item.touchpoint)];
  return (
    <li className={styles.text}>
      {item.text ? (
        <blockquote lang={item.language ?? undefined}>{item.text}</blockquote>
      ) : (
        <p className="quiet">Without words</p>
      )}
      <p className={styles.facts}>
        <Rating item={item} />
        {typeof label === "string" && <span className={`${styles.label} ${styles[label] ?? ""}`}>{sayKey(label)}</span>}
        <span>{place.filter(Boolean).join(" · ")}</span>
        <time dateTime={item.occurredAt}>{sayDate(item.occurredAt, timeZone)}</time>
        {isWeb(item.url) && (
          <a href={item.url} target="_blank" rel="noreferrer noopener">
            Open
            <span className="hidden"> where it was written, in a new tab</span>
          </a>
        )}
      </p>
      <Mentions reading={item.reading} />
    </li>
  );
}

/** The address comes from outside: only what a browser opens as a page. */
function isWeb(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}
