import { Fragment, type ReactNode } from "react";
import type { Customer } from "../api/customers";
import { sayDate } from "../format/date";
import { money } from "../format/money";
import { decimal } from "../format/number";
import { sayKey } from "../format/words";
import styles from "./Customers.module.css";
import { sayTier } from "./say";

/** What is known of a customer, as far as it is. */
export function KnownOf({ customer, timeZone }: { customer: Customer; timeZone: string }) {
  const { value, scores, firstSeen, lastSeen, traits, identities } = customer;
  const { currency, orders, rfm } = value;
  const facts: [string, ReactNode][] = [
    ["Spent", orders > 0 && `${money(value.revenue, currency)} in ${orders} ${orders === 1 ? "order" : "orders"}`],
    ["Average order", value.averageOrderValue && money(value.averageOrderValue, currency)],
    ["Group", rfm && `${sayTier(rfm.tier)} (how lately, how often, how much: ${[...rfm.scores].join(", ")} of 5)`],
    ["First seen", firstSeen && sayDate(firstSeen, timeZone)],
    ["Last seen", lastSeen && sayDate(lastSeen, timeZone)],
    ["Would recommend", scores.nps !== null && `${decimal(scores.nps, 0)} of 10`],
    ["Ratings", scores.rating !== null && `${decimal(scores.rating, 1)} of 5`],
    ["Sounds", scores.sentiment !== null && `${decimal(scores.sentiment, 2)} (from −1 to 1, in a year)`],
    ...identities.map(({ type, id }): [string, ReactNode] => [type === "customer" ? "Formerly" : sayKey(type), <bdi>{id}</bdi>]),
    ...Object.entries(traits).map(([name, said]): [string, ReactNode] => [sayKey(name), <bdi>{said}</bdi>]),
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, said]) => said)
        .map(([name, said], index) => (
          <Fragment key={index}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd>{said}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
