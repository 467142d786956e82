import { explain } from "../api/problem";
import { sayStep } from "../format/date";
import { decimal } from "../format/number";
import { addDays, addMonths } from "../period/days";
import { Failure } from "../shell/Failure";
import styles from "./Value.module.css";
import { type Cohort, cohortsOf, firstMonth, type Wording, wordingOf } from "./cohorts";
import { useCohorts } from "./queries";

const MONTHS = 11;

/** Of those who came for the first time in a month, how many came again, or were still there, so many months later. */
export function Cohorts({ today }: { today: string }) {
  const cohorts = useCohorts({ from: firstMonth(today, MONTHS), to: addDays(today, 1) });
  return (
    <section className={styles.cohorts} aria-labelledby="cohorts">
      <h2 id="cohorts">Who comes again</h2>
      {cohorts.isError && !cohorts.data ? (
        <Failure title="This can't be shown just now" detail={explain(cohorts.error)} retry={() => void cohorts.refetch()} />
      ) : !cohorts.data ? (
        <p role="status">One moment …</p>
      ) : (
        <Told cohorts={cohortsOf(cohorts.data.total)} wording={wordingOf(cohorts.data.total)} />
      )}
    </section>
  );
}

interface Props {
  cohorts: Cohort[];
  wording: Wording;
}

function Told({ cohorts, wording }: Props) {
  return (
    <>
      <p className="quiet">{wording.explained} Months that aren't over are empty.</p>
      {cohorts.length === 0 ? <p>{wording.empty}</p> : <Table cohorts={cohorts} wording={wording} />}
    </>
  );
}

function Table({ cohorts, wording }: Props) {
  return (
    <div className={styles.scroll} role="region" aria-label={wording.label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{wording.first}</th>
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
