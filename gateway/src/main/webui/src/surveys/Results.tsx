import type { Survey } from "../api/surveys";
import { decimalsFor, numeric, quantity, sayInterval } from "../format/quantity";
import { sayReason } from "../format/words";
import styles from "./Surveys.module.css";
import { type Result, type Results as Found, scoreOf } from "./results";

interface Props {
  survey: Survey;
  results: Found | undefined;
}

/** The score, and how many answered and came to the end, each with how sure it is. */
export function Results({ survey, results }: Props) {
  if (!results) return <div className="skeleton" style={{ minHeight: "4.5rem" }} />;
  const score = scoreOf(survey, results);
  const shown = results.get("survey_response_rate")?.get(survey.id);
  const ended = results.get("survey_completion_rate")?.get(survey.id);
  if (!score && !shown && !ended) return <p className="quiet">No answers in this time.</p>;
  return (
    <dl className={styles.figures}>
      {score && <Figure name={score.metric.name} of={score} counted={["answer", "answers"]} />}
      {shown && <Figure name="Response" of={shown} counted={["shown", "shown"]} />}
      {ended && <Figure name="Completed" of={ended} counted={["begun", "begun"]} />}
    </dl>
  );
}

function Figure({ name, of: { metric, figure }, counted: [one, many] }: { name: string; of: Result; counted: [string, string] }) {
  const value = numeric(figure.value);
  const said = value === null ? null : quantity(value, metric.unit, decimalsFor(metric.unit, figure.interval));
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {said ? (
          <span className={styles.number}>
            {said.number} <small>{metric.id === "ces" ? "of 7, where 1 is the least" : said.unit}</small>
          </span>
        ) : (
          <span>{sayReason(figure)}</span>
        )}
        <br />
        <span className={styles.bounds}>
          {figure.n.toLocaleString("en-IE")} {figure.n === 1 ? one : many}
          {said && figure.interval && `, ${sayInterval(figure, metric.unit)}`}
        </span>
      </dd>
    </div>
  );
}
