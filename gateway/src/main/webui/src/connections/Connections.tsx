import { explain } from "../api/problem";
import { PlacePage } from "../place/PlacePage";
import type { Session } from "../session/session";
import { Failure } from "../shell/Failure";
import { go, useParameters } from "../shell/address";
import { ConnectionRow } from "./ConnectionRow";
import styles from "./Connections.module.css";
import { NewConnection } from "./NewConnection";
import { OpenedConnection } from "./OpenedConnection";
import { useConnections } from "./queries";

interface Props {
  business: { id: string; name: string; timeZone: string };
  session: Session;
}

/** Where what customers say and do comes in from. */
export function Connections({ business, session }: Props) {
  const parameters = useParameters();
  const connections = useConnections();
  const { timeZone } = business;
  const mayChange = session.scopes.includes("connections:write");
  const opened = connections.data?.find(({ id }) => id === parameters.get("open"));
  const connect = mayChange && (
    <button type="button" className="primary" onClick={() => go({ panel: "new" })}>
      Connect a source
    </button>
  );

  return (
    <PlacePage at="connections" title="Connections" lead="Where reviews, posts and orders come in by themselves." business={business} session={session} actions={connect}>
      {connections.isError && !connections.data ? (
        <Failure title="The connections can't be shown just now" detail={explain(connections.error)} retry={() => void connections.refetch()} />
      ) : !connections.data ? (
        <div role="status">
          <span className="hidden">The connections are on their way.</span>
          <div className={`skeleton ${styles.waiting}`} />
        </div>
      ) : connections.data.length === 0 ? (
        <section className={styles.empty} aria-labelledby="empty">
          <h2 id="empty">No source is connected yet</h2>
          <p>Google, Trustpilot, Facebook, Shopify and others tell of reviews and orders by themselves, once they know where to.</p>
          {connect}
        </section>
      ) : (
        <ul className={styles.list} aria-label="Connections">
          {connections.data.map((connection) => (
            <ConnectionRow key={connection.id} connection={connection} timeZone={timeZone} />
          ))}
        </ul>
      )}
      {parameters.get("panel") === "new" && mayChange && <NewConnection />}
      {opened && parameters.get("panel") !== "new" && (
        <OpenedConnection key={opened.id} connection={opened} timeZone={timeZone} mayChange={mayChange} />
      )}
    </PlacePage>
  );
}
