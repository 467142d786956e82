import { explain } from "../api/problem";
import { addDays, addMonths, todayIn } from "../period/days";
import { PlacePage } from "../place/PlacePage";
import type { Session } from "../session/session";
import { Failure } from "../shell/Failure";
import { go, useParameters } from "../shell/address";
import { Cohorts } from "./Cohorts";
import styles from "./Value.module.css";
import { ValueFigures } from "./ValueFigures";
import { useFigures } from "./queries";

interface Props {
  business: { id: string; name: string; timeZone: string };
  session: Session;
}

const MONTHS: Record<string, number> = { "1": 1, "3": 3, "12": 12 };

/** What comes in, what customers are worth, what they cost, and who stays. */
export function Value({ business, session }: Props) {
  const parameters = useParameters();
  const today = todayIn(business.timeZone, new Date());
  const months = MONTHS[parameters.get("months") ?? ""] ?? 12;
  const figures = useFigures({ from: addMonths(today, -months), to: addDays(today, 1) });

  return (
    <PlacePage at="value" title="Value" lead="What comes in, what a customer is worth, what one costs, and who stays." business={business} session={session}>
      <label className={styles.months}>
        <span>Figures of</span>
        <select value={String(months)} onChange={(event) => go({ months: event.target.value === "12" ? null : event.target.value })}>
          <option value="1">the last month</option>
          <option value="3">the last 3 months</option>
          <option value="12">the last 12 months</option>
        </select>
      </label>
      {figures.isError && !figures.data ? (
        <Failure title="The figures can't be shown just now" detail={explain(figures.error)} retry={() => void figures.refetch()} />
      ) : !figures.data ? (
        <div role="status">
          <span className="hidden">The figures are on their way.</span>
          <div className={`skeleton ${styles.waiting}`} />
        </div>
      ) : (
        <div aria-busy={figures.isPlaceholderData}>
          <ValueFigures results={figures.data} />
        </div>
      )}
      <Cohorts today={today} />
    </PlacePage>
  );
}
