import { go } from "../shell/address";
import styles from "./Inbox.module.css";

/** The first and the last day. */
export function Days({ parameters, today }: { parameters: URLSearchParams; today: string }) {
  const [from, to] = [parameters.get("from") ?? "", parameters.get("to") ?? ""];
  return (
    <div className={styles.picks}>
      <label>
        <span>From</span>
        <input type="date" value={from} max={today} onChange={(event) => go({ from: event.target.value || null })} />
      </label>
      <label>
        <span>until</span>
        <input type="date" value={to} max={today} onChange={(event) => go({ to: event.target.value || null })} />
      </label>
      {from && to && from > to && <p role="alert">The last day is before the first.</p>}
    </div>
  );
}
