import type { Survey } from "../api/surveys";
import { go } from "../shell/address";
import { Results as Figures } from "./Results";
import styles from "./Surveys.module.css";
import { questionOf, sayType } from "./names";
import type { Results } from "./results";

interface Props {
  survey: Survey;
  results: Results | undefined;
}

export function SurveyRow({ survey, results }: Props) {
  return (
    <li className={styles.survey}>
      <div>
        <h2>
          <bdi>{survey.name}</bdi>
        </h2>
        <p className={styles.kind}>
          {sayType(survey)} · {survey.languages.length > 1 ? `${survey.languages.length} languages` : survey.languages[0]}
          {survey.widget && " · on your pages"}
        </p>
      </div>
      <p className={styles.question} dir="auto">
        {questionOf(survey)}
      </p>
      <Figures survey={survey} results={results} />
      <div className={styles.actions}>
        <button type="button" onClick={() => go({ open: survey.id })}>
          Open<span className="hidden"> {survey.name}</span>
        </button>
        {survey.formUrl && (
          <a href={survey.formUrl} target="_blank" rel="noreferrer noopener">
            See the form<span className="hidden"> of {survey.name}, in a new tab</span>
          </a>
        )}
      </div>
    </li>
  );
}
