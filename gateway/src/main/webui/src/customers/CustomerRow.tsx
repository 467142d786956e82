import type { ReactNode } from "react";
import type { Listed } from "../api/customers";
import { sayDate } from "../format/date";
import { money } from "../format/money";
import { go } from "../shell/address";
import styles from "./Customers.module.css";
import { Reasons } from "./Reasons";
import { expectedIn, sayChance, sayTier } from "./say";

interface Props {
  customer: Listed;
  timeZone: string;
}

/** What somebody has bought, and what is expected of them. */
export function CustomerRow({ customer: { id, value, predictions }, timeZone }: Props) {
  const { currency, orders, revenue, lastOrder, rfm } = value;
  const year = predictions && expectedIn("365", predictions, currency);
  return (
    <li className={styles.customer}>
      <div className={styles.who}>
        <h2>
          <bdi>{id}</bdi>
        </h2>
        {rfm && <span className={`${styles.tier} ${styles[rfm.tier] ?? ""}`}>{sayTier(rfm.tier)}</span>}
        <button type="button" onClick={() => go({ open: id })}>
          Open<span className="hidden"> {id}</span>
        </button>
      </div>
      <dl className={styles.figures}>
        <Known name="Spent" said={orders > 0 ? money(revenue, currency) : null} beside={`${orders} ${orders === 1 ? "order" : "orders"}`} />
        <Known name="Last order" said={lastOrder && <time dateTime={lastOrder}>{sayDate(lastOrder, timeZone)}</time>} />
        <Known name="Will buy again" said={predictions?.pAlive == null ? null : sayChance(predictions.pAlive)} />
        <Known name="Expected in a year" said={year?.value ?? null} beside={year?.valueBetween} />
        <Known name="Will stop" said={predictions?.churnRisk == null ? null : sayChance(predictions.churnRisk)} />
      </dl>
      {predictions && predictions.reasons.length > 0 && <Reasons risk={predictions.churnRisk} reasons={predictions.reasons} />}
    </li>
  );
}

export function Known({ name, said, beside }: { name: string; said: ReactNode; beside?: string | null | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {said === null || said === undefined ? <span className="quiet">Not known yet</span> : <span className={styles.number}>{said}</span>}
        {said !== null && beside && <small>{beside}</small>}
      </dd>
    </div>
  );
}
