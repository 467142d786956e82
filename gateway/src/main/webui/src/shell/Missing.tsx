import { sayPart } from "../format/words";
import styles from "./Missing.module.css";

interface Props {
  missing: { part: string; reason: string }[];
  vitals: { id: string; name: string }[];
}

/** What the figures lack just now, by name. */
export function Missing({ missing, vitals }: Props) {
  if (missing.length === 0) return null;
  const names = new Map(vitals.map((vital) => [vital.id, vital.name]));
  return (
    <section className={styles.missing} aria-labelledby="missing">
      <h2 id="missing">Some of it is missing just now</h2>
      <ul>
        {missing.map(({ part, reason }) => (
          <li key={part}>
            <strong>{sayPart(part, names)}</strong>: {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
