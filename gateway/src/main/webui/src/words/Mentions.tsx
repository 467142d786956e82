import { sayKey } from "../format/words";
import type { Schemas } from "../api/client";
import { mentionsOf } from "./mentions";
import styles from "./Words.module.css";

/** What a text is about and what it feels. */
export function Mentions({ reading }: { reading: Schemas["FeedbackItem"]["reading"] }) {
  const mentions = mentionsOf(reading);
  if (mentions.length === 0) return null;
  return (
    <ul className={styles.mentions} aria-label="About">
      {mentions.map(({ name, label }) => (
        <li key={`${name} ${label}`} className={label ? styles[label] : undefined}>
          <bdi>{sayKey(name)}</bdi>
          {label && <span className="hidden">, {label}</span>}
        </li>
      ))}
    </ul>
  );
}
