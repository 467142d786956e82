import type { Item } from "../api/inbox";
import { Mentions } from "../words/Mentions";
import { Said } from "../words/Said";
import styles from "./Inbox.module.css";
import { spansOf } from "./spans";

/** Above this, sentences are not marked: nobody reads that far, and a browser would have to lay each of them out. */
const MOST_SENTENCES = 200;

/** The words, with how each sentence sounds. */
export function Reading({ item: { text, language, reading } }: { item: Pick<Item, "text" | "language" | "reading"> }) {
  const sentences = reading?.sentences ?? [];
  const marked = text !== null && sentences.length > 0 && sentences.length <= MOST_SENTENCES;
  return (
    <>
      {marked ? (
        <blockquote className={styles.sentences} lang={language ?? undefined} dir="auto">
          {spansOf(text, sentences).map(({ words, label }, index) =>
            label === "positive" || label === "negative" ? (
              <mark key={index} className={styles[label]} style={{ color: "inherit" }}>
                {words}
                <span className="hidden"> ({label}) </span>
              </mark>
            ) : (
              words
            ),
          )}
        </blockquote>
      ) : (
        <Said text={text} language={language} />
      )}
      <Mentions reading={reading} />
    </>
  );
}
