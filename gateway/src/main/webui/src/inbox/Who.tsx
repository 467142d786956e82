import { go } from "../shell/address";
import styles from "./Inbox.module.css";

/** Which of those who wait. */
export function Who({ parameters }: { parameters: URLSearchParams }) {
  return (
    <section className={styles.filters} aria-label="Filters">
      <div className={styles.picks}>
        <label>
          <span>Who</span>
          <select value={parameters.get("who") ?? ""} onChange={(event) => go({ who: event.target.value || null })}>
            <option value="">everybody</option>
            <option value="detractor">who is unhappy</option>
            <option value="promoter">who is happy</option>
          </select>
        </label>
        <label>
          <span>Due</span>
          <select value={parameters.get("overdue") ?? ""} onChange={(event) => go({ overdue: event.target.value || null })}>
            <option value="">any day</option>
            <option value="true">overdue</option>
          </select>
        </label>
      </div>
    </section>
  );
}
