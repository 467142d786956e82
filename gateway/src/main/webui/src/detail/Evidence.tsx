import type { Range } from "../api/client";
import { useEvidence } from "../api/hooks";
import type { Fact } from "../api/metric";
import { explain } from "../api/problem";
import { Failure } from "../shell/Failure";
import styles from "./Detail.module.css";
import { type Column, columnsOf } from "./columns";

interface Props {
  id: string;
  range: Range;
  timeZone: string;
}

export function Evidence({ id, range, timeZone }: Props) {
  const evidence = useEvidence(id, range);
  const facts = evidence.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="evidence">
      <h3 id="evidence">The facts that were counted</h3>
      <p className={styles.note}>Newest first. Every number can be taken apart down to these.</p>
      {evidence.isError ? (
        <Failure
          title="The facts can't be shown just now"
          detail={explain(evidence.error)}
          retry={() => void evidence.refetch()}
        />
      ) : !evidence.data ? (
        <p role="status">One moment …</p>
      ) : facts.length === 0 ? (
        <p className="quiet">There are none in this period.</p>
      ) : (
        <div className={styles.scroll} role="region" aria-label="List of facts" tabIndex={0}>
          <Facts facts={facts} columns={columnsOf(facts, timeZone)} />
        </div>
      )}
      {evidence.hasNextPage && (
        <button
          type="button"
          className={styles.more}
          disabled={evidence.isFetchingNextPage}
          onClick={() => void evidence.fetchNextPage()}
        >
          {evidence.isFetchingNextPage ? "One moment …" : "Show more"}
        </button>
      )}
    </section>
  );
}

function Facts({ facts, columns }: { facts: Fact[]; columns: Column[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {facts.map((fact, index) => (
          <tr key={index}>
            {columns.map(({ name, say }) => (
              <td key={name}>{say(fact)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
