import type { ReactNode } from "react";
import type { Item } from "../api/inbox";
import { sayMoment } from "../format/date";
import { sayKey } from "../format/words";
import { Original } from "../words/Original";
import { Rating } from "../words/Rating";
import styles from "./Inbox.module.css";

/** Who said it, where and how, as far as it is known. */
export function Facts({ item, timeZone }: { item: Item; timeZone: string }) {
  const { reading, survey } = item;
  const facts: [string, ReactNode][] = [
    ["Rating", item.rating || survey?.score != null ? <Rating item={item} /> : null],
    ["Sounds", reading?.label ? `${sayKey(reading.label)} (${reading.score?.toFixed(2).replace("-", "−")})` : reading?.reason && `Not read: ${reading.reason}`],
    ["From", item.source && <bdi>{sayKey(item.source)}</bdi>],
    ["Kind", sayKey(item.kind)],
    ["When", <time dateTime={item.occurredAt}>{sayMoment(item.occurredAt, timeZone)}</time>],
    ["Customer", item.author?.customerId && <bdi>{item.author.customerId}</bdi>],
    ["Touchpoint", item.touchpoint && <bdi>{sayKey(item.touchpoint)}</bdi>],
    ["Page", item.page && <bdi>{item.page}</bdi>],
    ["Product", item.product && <bdi>{item.product}</bdi>],
    ["Location", item.location && <bdi>{item.location}</bdi>],
    ["Written at", item.url && <Original url={item.url} />],
    ...(survey?.answers ?? []).map(({ questionId, value }): [string, ReactNode] => [questionId, <bdi>{sayAnswer(value)}</bdi>]),
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, said]) => said !== null && said !== undefined && said !== "")
        .map(([name, said]) => (
          <FactOf key={name} name={name}>
            {said}
          </FactOf>
        ))}
    </dl>
  );
}

function FactOf({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>
        <bdi>{name}</bdi>
      </dt>
      <dd>{children}</dd>
    </>
  );
}

function sayAnswer(value: unknown): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return Array.isArray(value) ? value.join(", ") : String(value);
}
