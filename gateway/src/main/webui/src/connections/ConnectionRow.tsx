import type { Connection } from "../api/connections";
import { sayMoment } from "../format/date";
import { go } from "../shell/address";
import styles from "./Connections.module.css";
import { sayStatus } from "./health";
import { sourceOf } from "./types";

export function ConnectionRow({ connection: { id, name, type, health }, timeZone }: { connection: Connection; timeZone: string }) {
  return (
    <li className={styles.connection}>
      <div className={styles.who}>
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <p>
          {sourceOf(type)?.name ?? type}
          {health.lastDeliveryAt && ` · last heard of ${sayMoment(health.lastDeliveryAt, timeZone)}`}
          {health.failed > 0 && ` · ${health.failed} failed`}
        </p>
      </div>
      <span className={`${styles.health} ${styles[health.status] ?? ""}`}>{sayStatus(health.status)}</span>
      <button type="button" onClick={() => go({ open: id })}>
        Open<span className="hidden"> {name}</span>
      </button>
    </li>
  );
}
