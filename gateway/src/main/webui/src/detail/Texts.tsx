import { useState } from "react";
import { EMOTIONS, type FeedbackFilter, type Range } from "../api/client";
import { ASPECTS } from "../format/aspects";
import { sayKey } from "../format/words";
import { WordList } from "../words/WordList";
import { Choice } from "./Choice";
import styles from "./Detail.module.css";

const LABELS = ["negative", "neutral", "positive"] as const;

interface Props {
  range: Range;
  timeZone: string;
  /** What the business itself wants to hear about. */
  wishes: string[];
}

export function Texts({ range, timeZone, wishes }: Props) {
  const [filter, setFilter] = useState<FeedbackFilter>({});
  const choose = <K extends keyof FeedbackFilter>(what: K, value: FeedbackFilter[K] | null) => {
    const { [what]: _, ...others } = filter;
    setFilter(value === null ? (others as FeedbackFilter) : { ...others, [what]: value });
  };
  return (
    <section aria-labelledby="texts">
      <div className={styles.heading}>
        <h3 id="texts">What was said</h3>
        <Choice name="show" all="all of them" of={LABELS} say={(label) => `${label} ones`} choose={(to) => choose("label", to)} />
        <Choice
          name="about"
          all="anything"
          of={[...new Set([...wishes, ...ASPECTS])]}
          say={sayKey}
          choose={(to) => choose("aspect", to)}
        />
        <Choice name="with" all="any feeling" of={EMOTIONS} say={sayKey} choose={(to) => choose("emotion", to)} />
      </div>
      <WordList range={range} filter={filter} timeZone={timeZone} named="texts" />
    </section>
  );
}
