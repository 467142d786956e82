import { explain } from "../api/problem";
import { addDays, addMonths, todayIn } from "../period/days";
import { PlacePage } from "../place/PlacePage";
import type { Session } from "../session/session";
import { Failure } from "../shell/Failure";
import { go, useParameters } from "../shell/address";
import { NewSurvey } from "./NewSurvey";
import { OpenedSurvey } from "./OpenedSurvey";
import { SurveyRow } from "./SurveyRow";
import styles from "./Surveys.module.css";
import { useResults, useSurveys } from "./queries";

interface Props {
  business: { id: string; name: string; timeZone: string };
  session: Session;
}

const MONTHS: Record<string, number> = { "1": 1, "3": 3, "12": 12 };

/** What customers are asked, and what came of it. */
export function Surveys({ business, session }: Props) {
  const parameters = useParameters();
  const surveys = useSurveys();
  const today = todayIn(business.timeZone, new Date());
  const months = MONTHS[parameters.get("months") ?? ""] ?? 12;
  const results = useResults({ from: addMonths(today, -months), to: addDays(today, 1) });
  const opened = surveys.data?.find(({ id }) => id === parameters.get("open"));

  return (
    <PlacePage
      at="surveys"
      title="Surveys"
      lead="Ask by a link, by e-mail or on your own pages."
      business={business}
      session={session}
      actions={
        <button type="button" className="primary" onClick={() => go({ panel: "new" })}>
          Make a survey
        </button>
      }
    >
      {surveys.isError && !surveys.data ? (
        <Failure title="The surveys can't be shown just now" detail={explain(surveys.error)} retry={() => void surveys.refetch()} />
      ) : !surveys.data ? (
        <div role="status">
          <span className="hidden">The surveys are on their way.</span>
          <div className={`skeleton ${styles.waiting}`} />
        </div>
      ) : surveys.data.length === 0 ? (
        <section className={styles.empty} aria-labelledby="empty">
          <h2 id="empty">Nobody was asked anything yet</h2>
          <p>A survey takes a minute to make. It has a page of its own at once, whose link you can send, print or put behind a button.</p>
          <button type="button" className="primary" onClick={() => go({ panel: "new" })}>
            Make the first one
          </button>
        </section>
      ) : (
        <>
          <label className={styles.months}>
            <span>Answers of</span>
            <select value={String(months)} onChange={(event) => go({ months: event.target.value === "12" ? null : event.target.value })}>
              <option value="1">the last month</option>
              <option value="3">the last 3 months</option>
              <option value="12">the last 12 months</option>
            </select>
          </label>
          {results.isError && (
            <Failure title="What came of them can't be shown just now" detail={explain(results.error)} retry={() => void results.refetch()} />
          )}
          <ul className={styles.list} aria-label="Surveys">
            {surveys.data.map((survey) => (
              <SurveyRow key={survey.id} survey={survey} results={results.data} />
            ))}
          </ul>
        </>
      )}
      {parameters.get("panel") === "new" && <NewSurvey />}
      {opened && parameters.get("panel") !== "new" && (
        <OpenedSurvey key={opened.id} survey={opened} results={results.data} timeZone={business.timeZone} />
      )}
    </PlacePage>
  );
}
