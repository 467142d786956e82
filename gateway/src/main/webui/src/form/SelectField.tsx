import { useId } from "react";
import styles from "./Form.module.css";

interface Props<T extends string> {
  label: string;
  value: T;
  of: readonly (readonly [T, string])[];
  change: (value: T) => void;
  help?: string | undefined;
}

/** One of several, each with its name. */
export function SelectField<T extends string>({ label, value, of, change, help }: Props<T>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={help ? `${id}-help` : undefined}
        onChange={(event) => change(of.find(([one]) => one === event.target.value)![0])}
      >
        {of.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
      {help && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  );
}
