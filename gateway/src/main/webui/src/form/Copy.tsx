import { useState } from "react";
import styles from "./Form.module.css";

interface Props {
  label: string;
  text: string;
  rows?: number;
}

/** Something to take along. */
export function Copy({ label, text, rows }: Props) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }

  const shown = { readOnly: true, value: text, "aria-label": label };
  return (
    <div className={styles.copy}>
      {rows ? (
        <textarea {...shown} rows={rows} onFocus={(event) => event.target.select()} />
      ) : (
        <input {...shown} onFocus={(event) => event.target.select()} />
      )}
      <button type="button" onClick={() => void copy()}>
        {copied ? "Copied" : "Copy"}
        <span className="hidden"> {label}</span>
      </button>
    </div>
  );
}
