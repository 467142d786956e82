import type { ReactNode } from "react";
import type { Item } from "../api/inbox";
import { sayDate } from "../format/date";
import { sayKey } from "../format/words";
import { go } from "../shell/address";
import { Mentions } from "../words/Mentions";
import { Original } from "../words/Original";
import { Place } from "../words/Place";
import { Rating } from "../words/Rating";
import { Said } from "../words/Said";
import words from "../words/Words.module.css";
import styles from "./Inbox.module.css";
import { STATE_NAMES } from "./filter";

interface Props {
  item: Item;
  timeZone: string;
  /** What stands above the words. */
  above?: ReactNode;
}

/** One thing that somebody said, and how it stands with it. */
export function Row({ item, timeZone, above }: Props) {
  const label = item.reading?.label;
  return (
    <li className={`${words.text} ${styles.row}`}>
      {above}
      <Said text={item.text} language={item.language} />
      <div className={styles.foot}>
        <div>
          <p className={words.facts}>
            <Rating item={item} />
            {typeof label === "string" && <span className={`${words.label} ${words[label] ?? ""}`}>{sayKey(label)}</span>}
            <Place item={item} />
            <time dateTime={item.occurredAt}>{sayDate(item.occurredAt, timeZone)}</time>
            <Original url={item.url} />
          </p>
          <Mentions reading={item.reading} />
          <Standing item={item} timeZone={timeZone} />
        </div>
        <button type="button" onClick={() => go({ in: item.source, open: item.id })}>
          {item.reply ? "Look at it" : "Answer"}
          <span className="hidden"> {nameOf(item)}</span>
        </button>
      </div>
    </li>
  );
}

function nameOf({ author, occurredAt, source }: Item): string {
  return `what ${author?.name ?? "somebody"} said on ${sayKey(source)} at ${occurredAt}`;
}

/** What the business did with it so far. */
function Standing({ item: { reply, handling }, timeZone }: { item: Item; timeZone: string }) {
  const { state, assignee, dueAt, tags, notes } = handling;
  return (
    <p className={styles.standing}>
      {reply && <span className={styles.done}>{reply.state === "posted" ? "Answered" : "Answered, to be posted"}</span>}
      {state !== "open" && <span>{STATE_NAMES[state]}</span>}
      {assignee && (
        <span>
          Assigned to <bdi>{assignee}</bdi>
        </span>
      )}
      {dueAt && <span>Due {sayDate(dueAt, timeZone)}</span>}
      {notes > 0 && (
        <span>
          {notes} {notes === 1 ? "note" : "notes"}
        </span>
      )}
      {tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          <bdi>{tag}</bdi>
        </span>
      ))}
    </p>
  );
}
