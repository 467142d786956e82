import form from "../form/Form.module.css";
import { SelectField } from "../form/SelectField";
import { LANGUAGES } from "./names";

interface Props {
  /** The first is that of the texts themselves. */
  chosen: string[];
  change: (chosen: string[]) => void;
}

/** In which language it is written, and into which it is translated. */
export function Languages({ chosen, change }: Props) {
  const [first, ...others] = chosen;
  return (
    <>
      <SelectField label="Written in" value={first!} of={LANGUAGES} change={(tag) => change([tag, ...others.filter((other) => other !== tag)])} />
      <fieldset className={form.group}>
        <legend className={form.legend}>Also in</legend>
        <div className={form.checks}>
          {LANGUAGES.filter(([tag]) => tag !== first).map(([tag, name]) => (
            <label key={tag}>
              <input
                type="checkbox"
                checked={others.includes(tag)}
                onChange={(event) => change(event.target.checked ? [...chosen, tag] : chosen.filter((one) => one !== tag))}
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
