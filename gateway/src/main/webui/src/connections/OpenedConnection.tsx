import { type Connection, removeConnection, testConnection } from "../api/connections";
import { Copy } from "../form/Copy";
import { Sure } from "../form/Sure";
import { Trouble } from "../form/Trouble";
import { sayMoment } from "../format/date";
import { Sheet } from "../shell/Sheet";
import { go } from "../shell/address";
import styles from "./Connections.module.css";
import { Deliveries } from "./Deliveries";
import { Rotation } from "./Rotation";
import { sayStatus } from "./health";
import { useConnectionDeed } from "./queries";
import { sourceOf } from "./types";

interface Props {
  connection: Connection;
  timeZone: string;
  mayChange: boolean;
}

/** A connection: whether it works, what it brought, and its secret's rotation. */
export function OpenedConnection({ connection, timeZone, mayChange }: Props) {
  const { id, name, type, health, webhookUrl } = connection;
  const close = () => go({ open: null });
  const source = sourceOf(type);
  const test = useConnectionDeed(() => testConnection(id));
  const remove = useConnectionDeed(() => removeConnection(id), close);
  const when = (instant: string | null) => (instant ? sayMoment(instant, timeZone) : "never");

  return (
    <Sheet title={name} close={close}>
      <p className="quiet">
        {source?.name ?? type}. {source?.brings}
      </p>
      <section aria-labelledby="health">
        <h3 id="health">How it does</h3>
        <p className={styles.outcome}>
          <span className={`${styles.health} ${styles[health.status] ?? ""}`}>{sayStatus(health.status)}</span>
        </p>
        <dl className={styles.facts}>
          <dt>Last heard of</dt>
          <dd>{when(health.lastDeliveryAt)}</dd>
          <dt>Last taken in</dt>
          <dd>{when(health.lastSuccessAt)}</dd>
          {health.lastFailureAt && (
            <>
              <dt>Last failure</dt>
              <dd>
                {when(health.lastFailureAt)}: <bdi>{health.lastFailure}</bdi>
              </dd>
            </>
          )}
          {health.waiting > 0 && (
            <>
              <dt>Waiting</dt>
              <dd>{health.waiting}</dd>
            </>
          )}
        </dl>
        {mayChange && (
          <div className={styles.actions}>
            <button type="button" disabled={test.isPending} onClick={() => test.mutate(undefined)}>
              {test.isPending ? "One moment …" : "Try it out"}
            </button>
          </div>
        )}
        {test.data && (
          <p role="status" className={`${styles.outcome} ${test.data.ok ? styles.good : styles.bad}`}>
            {test.data.ok ? "It works: " : "It doesn't work: "}
            {test.data.detail}.
          </p>
        )}
        <Trouble error={test.error} />
      </section>
      <Deliveries id={id} timeZone={timeZone} mayChange={mayChange} />
      {source?.steps && (
        <section aria-labelledby="address">
          <h3 id="address">Its address</h3>
          <p className="quiet">{source.steps}</p>
          <Copy label="The address" text={webhookUrl} />
        </section>
      )}
      {mayChange && source?.secret !== "none" && <Rotation connection={connection} timeZone={timeZone} theirs={source?.secret === "theirs"} />}
      {mayChange && (
        <section aria-label="Delete">
          <Sure name="Delete the connection" of={name} act={() => remove.mutate(undefined)} busy={remove.isPending} />
          <p className="quiet">Nothing comes in by it then. What came stays.</p>
          <Trouble error={remove.error} />
        </section>
      )}
    </Sheet>
  );
}
