import { type Survey, changeSurvey, removeSurvey } from "../api/surveys";
import { Copy } from "../form/Copy";
import { Sure } from "../form/Sure";
import { Trouble } from "../form/Trouble";
import { sayDate } from "../format/date";
import { Sheet } from "../shell/Sheet";
import { go, goTo } from "../shell/address";
import { hrefOf } from "../place/places";
import { Results as Figures } from "./Results";
import styles from "./Surveys.module.css";
import { questionOf, sayLanguage, sayType } from "./names";
import { useSurveyDeed } from "./queries";
import type { Results } from "./results";
import { snippetOf } from "./snippet";

interface Props {
  survey: Survey;
  results: Results | undefined;
  timeZone: string;
}

/** A survey: what came of it, how people get to it, and what it asks. */
export function OpenedSurvey({ survey, results, timeZone }: Props) {
  const close = () => go({ open: null });
  const remove = useSurveyDeed(() => removeSurvey(survey.id), close);
  const onPages = useSurveyDeed((on: boolean) =>
    changeSurvey(survey.id, { widget: on ? { pages: ["*"], delaySeconds: 5, scrollPercent: null, onExit: false, event: null, share: 1 } : null }),
  );
  const answers = `${hrefOf("inbox", window.location.search)}&source=${encodeURIComponent(`survey:${survey.id}`)}`;

  return (
    <Sheet title={survey.name} close={close}>
      <p className="quiet">
        {sayType(survey)} · version {survey.version} · changed {sayDate(survey.updatedAt, timeZone)}
      </p>
      <section aria-labelledby="results">
        <h3 id="results">What came of it</h3>
        <Figures survey={survey} results={results} />
        <div className={styles.actions}>
          <a
            href={answers}
            onClick={(event) => {
              event.preventDefault();
              goTo(answers);
            }}
          >
            Read the answers
          </a>
        </div>
      </section>
      {survey.formUrl && (
        <section aria-labelledby="link">
          <h3 id="link">Its page</h3>
          <p className="quiet">Send the link, print it as a code, or put it behind a button. It needs no key.</p>
          <Copy label="The link" text={survey.formUrl} />
        </section>
      )}
      <section aria-labelledby="pages">
        <h3 id="pages">On your own pages</h3>
        {survey.widget ? (
          <>
            <p className="quiet">
              One line in your pages shows it{pagesOf(survey.widget)}. Put your publishable key in it.
            </p>
            <Copy label="The line" text={snippetOf(window.location.origin)} rows={3} />
            <div className={styles.actions}>
              <button type="button" disabled={onPages.isPending} onClick={() => onPages.mutate(false)}>
                Don't show it on pages any more
              </button>
            </div>
          </>
        ) : (
          <div className={styles.actions}>
            <button type="button" disabled={onPages.isPending} onClick={() => onPages.mutate(true)}>
              Show it on my pages
            </button>
          </div>
        )}
        <Trouble error={onPages.error} />
      </section>
      <section aria-labelledby="asked">
        <h3 id="asked">What it asks</h3>
        <ul className={styles.languages} aria-label="Languages">
          {survey.languages.map((tag) => (
            <li key={tag}>{sayLanguage(tag)}</li>
          ))}
        </ul>
        <ol className={styles.questions}>
          {survey.question && (
            <li>
              <p dir="auto">{questionOf(survey)}</p>
            </li>
          )}
          {survey.questions.map(({ id, text, options, showIf }) => (
            <li key={id}>
              <p dir="auto">{text}</p>
              {options && options.length > 0 && (
                <p className="quiet" dir="auto">
                  {options.join(" · ")}
                </p>
              )}
              {showIf && <p className="quiet">{sayWhen(showIf)}</p>}
            </li>
          ))}
        </ol>
      </section>
      <section aria-label="Delete">
        <Sure name="Delete the survey" of={survey.name} act={() => remove.mutate(undefined)} busy={remove.isPending} />
        <p className="quiet">Nobody can answer it then. What was answered stays.</p>
        <Trouble error={remove.error} />
      </section>
    </Sheet>
  );
}

function pagesOf({ pages = [] }: NonNullable<Survey["widget"]>): string {
  const some = pages.filter((page) => page !== "*");
  return some.length === 0 ? "" : `, on ${some.join(", ")}`;
}

function sayWhen({ from = null, to = null }: { from?: number | null; to?: number | null }): string {
  if (from !== null && to !== null) return `After a score of ${from} to ${to}`;
  return from !== null ? `After a score of ${from} or more` : to !== null ? `After a score of ${to} or less` : "";
}
