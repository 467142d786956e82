import { type InputHTMLAttributes, useId } from "react";
import styles from "./Form.module.css";

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange"> {
  label: string;
  value: string;
  change: (value: string) => void;
  help?: string | undefined;
  /** Of so many lines, where it is more than one. */
  rows?: number;
}

/** A line or some lines of text, with the label above and a word of help below. */
export function TextField({ label, value, change, help, rows, ...input }: Props) {
  const id = useId();
  const described = help ? `${id}-help` : undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {rows ? (
        <textarea
          id={id}
          rows={rows}
          dir="auto"
          required={input.required}
          maxLength={input.maxLength}
          value={value}
          aria-describedby={described}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <input {...input} id={id} dir="auto" value={value} aria-describedby={described} onChange={(event) => change(event.target.value)} />
      )}
      {help && (
        <p id={described} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  );
}
