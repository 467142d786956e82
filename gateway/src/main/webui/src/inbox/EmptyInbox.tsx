import { goTo } from "../shell/address";
import { hrefOf } from "../place/places";
import styles from "./Inbox.module.css";

/** Nothing at all, or nothing of what was looked for; either way what to do now. */
export function EmptyInbox({ filtered, mayConnect }: { filtered: boolean; mayConnect: boolean }) {
  return (
    <section className={styles.empty} aria-labelledby="empty">
      <h2 id="empty">{filtered ? "Nothing that was said fits" : "Nothing was said yet"}</h2>
      {filtered ? (
        <p>Take a filter away, or look at a longer time.</p>
      ) : (
        <>
          <p>Reviews, posts, messages and answers to surveys stand here as soon as a source tells of one.</p>
          {mayConnect && (
            <div className={styles.ways}>
              <button type="button" className="primary" onClick={() => goTo(hrefOf("connections", window.location.search))}>
                Connect a source
              </button>
              <button type="button" onClick={() => goTo(hrefOf("surveys", window.location.search))}>
                Ask customers
              </button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
