import form from "../form/Form.module.css";
import { SelectField } from "../form/SelectField";
import { TextField } from "../form/TextField";
import styles from "./Surveys.module.css";
import { Translations } from "./Translations";
import { type Further, TYPES } from "./draft";

interface Props {
  number: number;
  question: Further;
  /** Whether the first question gives a score that this one may follow. */
  scored: boolean;
  languages: string[];
  change: (question: Further) => void;
  remove: () => void;
}

export function FurtherQuestion({ number, question, scored, languages, change, remove }: Props) {
  const { type, text, options, after, translations } = question;
  return (
    <fieldset className={form.group}>
      <legend className={form.legend}>Question {scored ? number + 1 : number}</legend>
      <TextField label="What it asks" value={text} change={(changed) => change({ ...question, text: changed })} required maxLength={2_000} />
      <Translations tags={languages} texts={translations} of="What it asks" change={(changed) => change({ ...question, translations: changed })} />
      <div className={form.row}>
        <SelectField label="Answered" value={type} of={TYPES} change={(changed) => change({ ...question, type: changed })} />
        {scored && (
          <SelectField
            label="Asked"
            value={after}
            of={[
              ["always", "always"],
              ["low", "after bad scores"],
              ["high", "after good scores"],
            ]}
            change={(changed) => change({ ...question, after: changed })}
          />
        )}
      </div>
      {(type === "choice" || type === "choices") && (
        <TextField label="The choices" value={options} change={(changed) => change({ ...question, options: changed })} rows={3} required help="One a line." />
      )}
      <div className={styles.actions}>
        <button type="button" onClick={remove}>
          Leave it out<span className="hidden"> (question {scored ? number + 1 : number})</span>
        </button>
      </div>
    </fieldset>
  );
}
