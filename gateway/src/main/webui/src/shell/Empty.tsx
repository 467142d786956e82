import styles from "./Empty.module.css";
import { go } from "./address";

export function Empty() {
  return (
    <section className={styles.empty} aria-labelledby="empty">
      <h2 id="empty">Nothing was reported in this period</h2>
      <p>
        As soon as your shop, your website or a review site reports something, its figures stand here within seconds. Was
        there something earlier?
      </p>
      <button type="button" className="primary" onClick={() => go({ period: "12m", from: null, to: null })}>
        Look at the last 12 months
      </button>
    </section>
  );
}
