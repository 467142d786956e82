import { useState } from "react";
import { go } from "../shell/address";
import { CustomPeriod } from "./CustomPeriod";
import styles from "./PeriodPicker.module.css";
import { type Against, CHOICES, type Choice, type View } from "./period";

interface Props {
  view: View;
  shown: { from: string; to: string } | null;
  today: string;
}

const AGAINST: Record<Against, string> = {
  previous: "the period before",
  year: "a year before",
  none: "nothing",
};

/** Which days, and compared with which. */
export function PeriodPicker({ view, shown, today }: Props) {
  const [choosing, setChoosing] = useState(view.choice === "custom");
  const current: Choice = choosing ? "custom" : view.choice;

  function choose(choice: Choice) {
    setChoosing(choice === "custom");
    if (choice !== "custom") go({ period: choice === "28d" ? null : choice, from: null, to: null });
  }

  return (
    <div className={styles.bar}>
      <fieldset className={styles.choices}>
        <legend className="hidden">Period</legend>
        {CHOICES.map(({ id, label }) => (
          <label key={id} className={styles.choice}>
            <input type="radio" name="period" value={id} checked={current === id} onChange={() => choose(id)} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <label className={styles.against}>
        <span>Compared with</span>
        <select
          value={view.against}
          onChange={(event) => go({ compare: event.target.value === "previous" ? null : event.target.value })}
        >
          {Object.entries(AGAINST).map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {current === "custom" && <CustomPeriod shown={shown} today={today} />}
    </div>
  );
}
