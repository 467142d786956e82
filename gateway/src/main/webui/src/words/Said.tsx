import { useState } from "react";
import styles from "./Words.module.css";

const SHORT = 1_200;

interface Props {
  text: string | null;
  language: string | null | undefined;
  /** As a whole at once; else what is very long is cut until it is asked for. */
  whole?: boolean;
}

/** What somebody said, as it is written: text and nothing else, which turns around no letter outside of it. */
export function Said({ text, language, whole = false }: Props) {
  const [all, setAll] = useState(whole);
  if (!text?.trim()) return <p className="quiet">Without words</p>;
  const cut = !all && text.length > SHORT * 1.2;
  return (
    <>
      <blockquote className={styles.said} lang={language ?? undefined} dir="auto">
        {cut ? `${shortened(text)} …` : text}
      </blockquote>
      {cut && (
        <button type="button" className={styles.rest} onClick={() => setAll(true)}>
          Show all of it<span className="hidden">, {text.length.toLocaleString("en-IE")} characters</span>
        </button>
      )}
    </>
  );
}

/** Never in the midst of a character that takes two. */
function shortened(text: string): string {
  return text.slice(0, SHORT).replace(/[\ud800-\udbff]$/, "");
}
