import { type Delivery, replay } from "../api/connections";
import { explain } from "../api/problem";
import { Trouble } from "../form/Trouble";
import { sayMoment } from "../format/date";
import { More } from "../inbox/More";
import { Failure } from "../shell/Failure";
import styles from "./Connections.module.css";
import { mayBeReplayed, sayOutcome } from "./health";
import { useConnectionDeed, useDeliveries } from "./queries";

interface Props {
  id: string;
  timeZone: string;
  mayChange: boolean;
}

/** What came in last and what became of it; what failed can be tried again. */
export function Deliveries({ id, timeZone, mayChange }: Props) {
  const deliveries = useDeliveries(id);
  const again = useConnectionDeed((delivery: string) => replay(id, delivery));
  const items = deliveries.data?.pages.flatMap((page) => page.items);
  return (
    <section aria-labelledby="deliveries">
      <h3 id="deliveries">What came last</h3>
      {deliveries.isError && !items ? (
        <Failure title="It can't be shown just now" detail={explain(deliveries.error)} retry={() => void deliveries.refetch()} />
      ) : !items ? (
        <div role="status" className={`skeleton ${styles.coming}`}>
          <span className="hidden">One moment …</span>
        </div>
      ) : items.length === 0 ? (
        <p className="quiet">Nothing yet. Try it out above, or do at the source what it should tell of.</p>
      ) : (
        <div className={styles.scroll} role="region" aria-label="Deliveries" tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">What</th>
                <th scope="col">Outcome</th>
              </tr>
            </thead>
            <tbody>
              {items.map((delivery) => (
                <tr key={delivery.id}>
                  <td>{sayMoment(delivery.receivedAt, timeZone)}</td>
                  <td>
                    <bdi>{delivery.topic ?? "–"}</bdi>
                  </td>
                  <td>
                    <Outcome delivery={delivery} />
                    {mayChange && mayBeReplayed(delivery) && (
                      <button type="button" disabled={again.isPending} onClick={() => again.mutate(delivery.id)}>
                        Try again<span className="hidden"> what came {sayMoment(delivery.receivedAt, timeZone)}</span>
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Trouble error={again.error} />
      <More query={deliveries} />
    </section>
  );
}

function Outcome({ delivery: { outcome, detail } }: { delivery: Delivery }) {
  const bad = outcome === "failed" || outcome === "rejected";
  return (
    <>
      <span className={bad ? styles.bad : undefined}>{sayOutcome(outcome)}</span>
      {detail && (
        <span className={styles.detail}>
          <bdi>{detail}</bdi>
        </span>
      )}
    </>
  );
}
