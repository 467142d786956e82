import type { Label, Range } from "../api/client";
import { useFeedback } from "../api/hooks";
import { byStrength } from "../words/strength";
import { RECENT } from "../words/Telling";
import styles from "./Moves.module.css";

/** One voice of many, at a glance; the others stand below. */
export function Voice({ range, label }: { range: Range; label: Label }) {
  const feedback = useFeedback(range, { label }, RECENT);
  const [item] = byStrength(feedback.data?.pages.flatMap((page) => page.items) ?? [], label);
  return (
    <figure className={`${styles.voice} ${styles[label] ?? ""}`} aria-busy={feedback.isPending}>
      <figcaption>{label === "negative" ? "Somebody criticises" : "Somebody praises"}</figcaption>
      {item ? <blockquote lang={item.language ?? undefined}>{item.text}</blockquote> : <p>{none(feedback.isPending)}</p>}
    </figure>
  );
}

function none(pending: boolean): string {
  return pending ? "…" : "Nobody did in this period.";
}
