import { type FormEvent, useId, useState } from "react";
import { type FollowUpRule, setFollowUpRule } from "../api/inbox";
import { Trouble } from "../form/Trouble";
import styles from "./Inbox.module.css";
import { useDeed, useFollowUpRule } from "./queries";

/** Within how many days to write to whom. */
export function RuleForm() {
  const rule = useFollowUpRule();
  return (
    <details className={`${styles.more} ${styles.rule}`}>
      <summary>Until when to write</summary>
      {rule.data && <Days rule={rule.data} />}
    </details>
  );
}

function Days({ rule }: { rule: FollowUpRule }) {
  const [days, setDays] = useState(rule);
  const keep = useDeed(setFollowUpRule);
  const id = useId();

  function submit(event: FormEvent) {
    event.preventDefault();
    keep.mutate(days);
  }

  const field = (name: keyof FollowUpRule, label: string) => (
    <label htmlFor={`${id}${name}`}>
      <span>{label}</span>
      <input
        id={`${id}${name}`}
        type="number"
        min={0}
        max={365}
        required
        value={days[name]}
        onChange={(event) => setDays({ ...days, [name]: event.target.valueAsNumber })}
      />
    </label>
  );
  return (
    <form onSubmit={submit} className={styles.picks}>
      {field("detractorDays", "Unhappy: within days")}
      {field("promoterDays", "Happy: within days")}
      <button type="submit" disabled={keep.isPending}>
        Keep it
      </button>
      <Trouble error={keep.error} />
      {keep.isSuccess && <p role="status">It is kept.</p>}
    </form>
  );
}
