import { explain } from "../api/problem";
import { sayStep } from "../format/date";
import { decimal } from "../format/number";
import { addDays, addMonths } from "../period/days";
import { Failure } from "../shell/Failure";
import styles from "./Value.module.css";
import { type Cohort, cohortsOf, firstMonth } from "./cohorts";
import { useCohorts } from "./queries";

const MONTHS = 11;

/** Of those who bought for the first time in a month, how many came again so many months later. */
export function Cohorts({ today }: { today: string }) {
  const cohorts = useCohorts({ from: firstMonth(today, MONTHS), to: addDays(today, 1) });
  return (
    <section className={styles.cohorts} aria-labelledby="cohorts">
      <h2 id="cohorts">Who comes again</h2>
      <p className="quiet">
        Of those who bought for the first time in a month, how many bought again so many months later. Months that aren't over are empty.
      </p>
      {cohorts.isError && !cohorts.data ? (
        <Failure title="This can't be shown just now" detail={explain(cohorts.error)} retry={() => void cohorts.refetch()} />
      ) : !cohorts.data ? (
        <p role="status">One moment …</p>
      ) : (
        <Table cohorts={cohortsOf(cohorts.data.total)} />
      )}
    </section>
  );
}

function Table({ cohorts }: { cohorts: Cohort[] }) {
  if (cohorts.length === 0) return <p>Nobody has bought for the first time in this time.</p>;
  return (
    <div className={styles.scroll} role="region" aria-label="Who comes again, by the month of the first purchase" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">First bought</th>
            <th scope="col">Customers</th>
            {cohorts[0]!.shares.slice(1).map((_, index) => (
              <th key={index} scope="col">
                <span className="hidden">after month </span>
                {index + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cohorts.map(({ month, customers, shares }) => (
            <tr key={month}>
              <th scope="row">{sayStep(`${month}-01`, addMonths(`${month}-01`, 1))}</th>
              <td>{decimal(customers, 0)}</td>
              {shares.slice(1).map((share, index) => (
                <Share key={index} share={share} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The more came again the stronger the colour, which says nothing that the number doesn't. */
function Share({ share }: { share: number | null }) {
  if (share === null) return <td />;
  return <td style={{ background: `color-mix(in srgb, var(--positive) ${Math.round(Math.min(1, share) * 45)}%, transparent)` }}>{decimal(share * 100, 0)}&nbsp;%</td>;
}
