import { explain } from "../api/problem";
import { PlacePage } from "../place/PlacePage";
import type { Session } from "../session/session";
import { Failure } from "../shell/Failure";
import { SegmentRow } from "./SegmentRow";
import styles from "./Segments.module.css";
import { useSegments } from "./queries";

interface Props {
  business: { id: string; name: string; timeZone: string };
  session: Session;
}

/** The groups of customers that have a name: those that every business has, and its own. */
export function Segments({ business, session }: Props) {
  const segments = useSegments();
  const mayLook = session.scopes.includes("customers:read");
  return (
    <PlacePage at="segments" title="Segments" lead="Groups of customers by what they do, buy and say; who is in one changes by itself." business={business} session={session}>
      {segments.isError && !segments.data ? (
        <Failure title="The segments can't be shown just now" detail={explain(segments.error)} retry={() => void segments.refetch()} />
      ) : !segments.data ? (
        <div role="status">
          <span className="hidden">The segments are on their way.</span>
          <div className={`skeleton ${styles.waiting}`} />
        </div>
      ) : (
        <ul className={styles.list} aria-label="Segments">
          {segments.data.map((segment) => (
            <SegmentRow key={segment.id} segment={segment} mayLook={mayLook} />
          ))}
        </ul>
      )}
      <p className="quiet">
        Segments of your own are made by the <a href="/docs">API</a>.
      </p>
    </PlacePage>
  );
}
