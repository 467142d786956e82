import { go } from "../shell/address";
import { FILTERS } from "./filter";
import styles from "./Inbox.module.css";

const NONE = Object.fromEntries(FILTERS.map((name) => [name, null]));

/** All of it, or what is to be answered by when. */
export function Tabs({ following }: { following: boolean }) {
  const choose = (tab: string | null) => go({ ...NONE, tab, who: null, overdue: null });
  return (
    <fieldset className={styles.tabs}>
      <legend className="hidden">What is listed</legend>
      {[
        { tab: null, name: "Everything said", chosen: !following },
        { tab: "follow-ups", name: "To follow up", chosen: following },
      ].map(({ tab, name, chosen }) => (
        <label key={name}>
          <input type="radio" name="tab" checked={chosen} onChange={() => choose(tab)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
