import { useState } from "react";
import styles from "./People.module.css";

export interface Shown {
  url: string;
  person: { email: string };
}

/** Shown once, to be passed on: no mail is sent. */
export function Link({ shown }: { shown: Shown }) {
  const [copied, setCopied] = useState<string | null>(null);

  async function copy() {
    await navigator.clipboard.writeText(shown.url).then(
      () => setCopied(shown.url),
      () => setCopied(null),
    );
  }

  return (
    <div role="status" className={styles.link}>
      <p>
        <strong>A link for {shown.person.email}.</strong> It works once, within seven days. Nobody is written to: pass it on
        yourself.
      </p>
      <div className={styles.copy}>
        <input readOnly value={shown.url} aria-label="The link" onFocus={(event) => event.target.select()} />
        <button type="button" className="primary" onClick={() => void copy()}>
          {copied === shown.url ? "Copied" : "Copy"}
        </button>
      </div>
    </div>
  );
}
