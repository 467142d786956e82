import { useState } from "react";
import type { Label, Range } from "../api/client";
import { WordList } from "../words/WordList";
import styles from "./Detail.module.css";

const LABELS: { id: Label | "all"; name: string }[] = [
  { id: "all", name: "all of them" },
  { id: "negative", name: "negative ones" },
  { id: "neutral", name: "neutral ones" },
  { id: "positive", name: "positive ones" },
];

export function Texts({ range, timeZone }: { range: Range; timeZone: string }) {
  const [label, setLabel] = useState<Label | "all">("all");
  return (
    <section aria-labelledby="texts">
      <div className={styles.heading}>
        <h3 id="texts">What was said</h3>
        <label>
          <span>show</span>
          <select value={label} onChange={(event) => setLabel(event.target.value as Label | "all")}>
            {LABELS.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <WordList range={range} label={label === "all" ? null : label} timeZone={timeZone} named="texts" />
    </section>
  );
}
