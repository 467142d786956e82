import { type FormEvent, useState } from "react";
import { createSurvey } from "../api/surveys";
import form from "../form/Form.module.css";
import { SelectField } from "../form/SelectField";
import { TextField } from "../form/TextField";
import { Trouble } from "../form/Trouble";
import { Sheet } from "../shell/Sheet";
import { go } from "../shell/address";
import { FurtherQuestion } from "./FurtherQuestion";
import { Languages } from "./Languages";
import styles from "./Surveys.module.css";
import { Translations } from "./Translations";
import { ASKED, type Draft, FURTHER, NEW, asking, bodyOf } from "./draft";
import { useSurveyDeed } from "./queries";

/** Makes a survey, and opens it. */
export function NewSurvey() {
  const [draft, setDraft] = useState<Draft>(NEW);
  const make = useSurveyDeed(
    () => createSurvey(bodyOf(draft)),
    ({ id }) => go({ panel: null, open: id }),
  );
  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
  const others = draft.languages.slice(1);

  function submit(event: FormEvent) {
    event.preventDefault();
    make.mutate(undefined);
  }

  return (
    <Sheet title="A new survey" close={() => go({ panel: null })}>
      <form onSubmit={submit} className={form.form}>
        <TextField label="Name" value={draft.name} change={(name) => change({ name })} required maxLength={200} help="For you. Customers don't see it." />
        <SelectField label="What it asks first" value={draft.asked} of={ASKED} change={(asked) => setDraft(asking(draft, asked))} />
        <Languages chosen={draft.languages} change={(languages) => change({ languages })} />
        {draft.asked !== "custom" && (
          <>
            <TextField label="The question" value={draft.question} change={(question) => change({ question })} required maxLength={2_000} />
            <Translations tags={others} texts={draft.translations} of="The question" change={(translations) => change({ translations })} />
          </>
        )}
        {draft.further.map((question, index) => (
          <FurtherQuestion
            key={index}
            number={index + 1}
            question={question}
            scored={draft.asked !== "custom"}
            languages={others}
            change={(changed) => change({ further: draft.further.map((one, at) => (at === index ? changed : one)) })}
            remove={() => change({ further: draft.further.filter((_, at) => at !== index) })}
          />
        ))}
        <div className={styles.actions}>
          <button type="button" onClick={() => change({ further: [...draft.further, FURTHER] })}>
            Add a question
          </button>
        </div>
        <TextField label="Thanks at the end" value={draft.thanks} change={(thanks) => change({ thanks })} maxLength={2_000} placeholder="Thank you!" />
        <div className={form.row}>
          <TextField
            label="Colour"
            value={draft.colour}
            change={(colour) => change({ colour })}
            pattern="#[0-9a-fA-F]{6}"
            title="Such as #8a3b12"
            placeholder="#8a3b12"
            help="Of its buttons, such as #8a3b12."
          />
          <TextField
            label="Quiet days"
            type="number"
            min={0}
            max={365}
            required
            value={draft.quietDays}
            change={(quietDays) => change({ quietDays })}
            help="So long nobody is asked again."
          />
        </div>
        <div className={form.checks}>
          <label>
            <input type="checkbox" checked={draft.onPages} onChange={(event) => change({ onPages: event.target.checked })} />
            Show it on my own pages, too
          </label>
        </div>
        <div className={styles.actions}>
          <button type="submit" className="primary" disabled={make.isPending}>
            {make.isPending ? "One moment …" : "Make the survey"}
          </button>
        </div>
        <Trouble error={make.error} />
      </form>
    </Sheet>
  );
}
