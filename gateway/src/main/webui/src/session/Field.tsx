import { type InputHTMLAttributes, useId } from "react";
import styles from "./SignIn.module.css";

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  value: string;
  change: (value: string) => void;
  help?: string;
}

/** A field with its label above it and a word of help below. */
export function Field({ label, value, change, help, ...input }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        value={value}
        onChange={(event) => change(event.target.value)}
        aria-describedby={help ? `${id}-help` : undefined}
      />
      {help && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  );
}

export const PASSWORD_HELP = "At least 12 characters. A few unrelated words are easy to remember and hard to guess.";

/** What a browser needs to know to offer and to keep a password. */
export const NEW_PASSWORD = { type: "password", autoComplete: "new-password", required: true, minLength: 12 } as const;
export const PASSWORD = { type: "password", autoComplete: "current-password", required: true } as const;
export const EMAIL = { type: "email", autoComplete: "username", required: true, spellCheck: false } as const;
