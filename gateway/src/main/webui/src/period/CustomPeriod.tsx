import { type FormEvent, useState } from "react";
import { go } from "../shell/address";
import styles from "./PeriodPicker.module.css";
import { addDays } from "./days";

interface Props {
  shown: { from: string; to: string } | null;
  today: string;
}

/** People name the last day; the API the day after it. */
export function CustomPeriod({ shown, today }: Props) {
  const [first, setFirst] = useState(shown?.from ?? addDays(today, -28));
  const [last, setLast] = useState(addDays(shown?.to ?? today, -1));
  const reversed = first !== "" && last !== "" && first > last;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (first && last && !reversed) go({ period: null, from: first, to: addDays(last, 1) });
  }

  return (
    <form className={styles.custom} onSubmit={submit}>
      <label>
        <span>From</span>
        <input type="date" required value={first} max={today} onChange={(event) => setFirst(event.target.value)} />
      </label>
      <label>
        <span>to</span>
        <input
          type="date"
          required
          value={last}
          max={today}
          onChange={(event) => setLast(event.target.value)}
          aria-invalid={reversed}
          aria-describedby={reversed ? "reversed" : undefined}
        />
      </label>
      <button type="submit">Show</button>
      {reversed && (
        <p id="reversed" role="alert">
          The last day is before the first.
        </p>
      )}
    </form>
  );
}
