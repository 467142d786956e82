import type { Schemas } from "../api/client";
import { explain } from "../api/problem";
import { Failure } from "../shell/Failure";
import { Text } from "./Text";
import styles from "./Words.module.css";

interface Props {
  items: Schemas["FeedbackItem"][] | undefined;
  error: unknown;
  retry: () => void;
  more: (() => void) | null;
  busy: boolean;
  expected: number;
  timeZone: string;
  named: string;
}

export function Listing({ items, error, retry, more, busy, expected, timeZone, named }: Props) {
  if (!items && error) return <Failure title="The words can't be shown just now" detail={explain(error)} retry={retry} />;
  if (!items) return <Waiting count={expected} />;
  if (items.length === 0) return <p className="quiet">No such words in this period.</p>;
  return (
    <>
      <ul className={styles.list} aria-labelledby={named}>
        {items.map((item) => (
          <Text key={`${item.source} ${item.id}`} item={item} timeZone={timeZone} />
        ))}
      </ul>
      {more && (
        <button type="button" disabled={busy} onClick={more}>
          {busy ? "One moment …" : "Show more"}
        </button>
      )}
    </>
  );
}

function Waiting({ count }: { count: number }) {
  return (
    <div role="status" className={styles.list}>
      <span className="hidden">The words are on their way.</span>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={`skeleton ${styles.waiting}`} />
      ))}
    </div>
  );
}
