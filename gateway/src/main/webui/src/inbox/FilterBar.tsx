import { type FormEvent, useState } from "react";
import { EMOTIONS } from "../api/client";
import { ASPECTS } from "../format/aspects";
import { sayKey, sayMention } from "../format/words";
import { addDays, addMonths } from "../period/days";
import { go } from "../shell/address";
import { Days } from "./Days";
import styles from "./Inbox.module.css";
import { Pick } from "./Pick";
import { FILTERS, LABELS, PERIODS, PERIOD_NAMES, RATINGS, STATES, STATE_NAMES, countSet } from "./filter";
import { useSources } from "./queries";

interface Props {
  parameters: URLSearchParams;
  /** What the business itself wants to hear about. */
  wishes: string[];
  today: string;
}

const NONE = Object.fromEntries(FILTERS.map((name) => [name, null]));
const MORE = ["aspect", "emotion", "state", "tag", "assignee", "touchpoint", "page"] as const;

/** Which texts are listed. All of it stands in the address. */
export function FilterBar({ parameters, wishes, today }: Props) {
  const [q, setQ] = useState(parameters.get("q") ?? "");
  const sources = useSources({ from: addMonths(today, -12), to: addDays(today, 1) });
  const given = parameters.get("source");
  const known = [...new Set([...(sources.data ?? []), ...(given ? [given] : [])])];
  const set = countSet(parameters, FILTERS);

  function search(event: FormEvent) {
    event.preventDefault();
    go({ q: q.trim() || null });
  }

  function clear() {
    setQ("");
    go(NONE);
  }

  return (
    <section className={styles.filters} aria-label="Filters">
      <form role="search" className={styles.search} onSubmit={search}>
        <input type="search" value={q} maxLength={200} placeholder="Search the words" aria-label="Search the words" onChange={(event) => setQ(event.target.value)} />
        <button type="submit">Search</button>
      </form>
      <div className={styles.picks}>
        <Pick name="source" label="From" all="anywhere" of={known} say={sayKey} parameters={parameters} />
        <Pick name="label" label="Sounding" all="any way" of={LABELS} say={sayKey} parameters={parameters} />
        <Pick name="rating" label="Rated" all="any" of={RATINGS} say={(stars) => `${stars} of 5`} parameters={parameters} />
        <Pick name="answered" label="Answered" all="or not" of={["false", "true"]} say={(yes) => (yes === "true" ? "yes" : "not yet")} parameters={parameters} />
        <Pick name="period" label="When" all="any time" of={PERIODS} say={(period) => PERIOD_NAMES[period]!} parameters={parameters} also={{ from: null, to: null }} />
      </div>
      {parameters.get("period") === "custom" && <Days parameters={parameters} today={today} />}
      <details className={styles.more} open={countSet(parameters, MORE) > 0 || undefined}>
        <summary>More filters</summary>
        <div className={styles.picks}>
          <Pick name="aspect" label="About" all="anything" of={about(wishes)} say={sayMention} parameters={parameters} />
          <Pick name="emotion" label="Feeling" all="anything" of={EMOTIONS} say={sayKey} parameters={parameters} />
          <Pick name="state" label="State" all="any" of={STATES} say={(state) => STATE_NAMES[state]!} parameters={parameters} />
          <Words name="tag" label="Tagged" parameters={parameters} />
          <Words name="assignee" label="Assigned to" parameters={parameters} />
          <Words name="touchpoint" label="Touchpoint" parameters={parameters} />
          <Words name="page" label="Page" parameters={parameters} />
        </div>
      </details>
      {set > 0 && (
        <button type="button" className={styles.clear} onClick={clear}>
          Show everything
        </button>
      )}
    </section>
  );
}

/** Each aspect, and each way that it can be spoken of. */
function about(wishes: string[]): string[] {
  return [...new Set([...wishes, ...ASPECTS])].flatMap((aspect) => [aspect, `${aspect}:negative`, `${aspect}:positive`]);
}

function Words({ name, label, parameters }: { name: string; label: string; parameters: URLSearchParams }) {
  return (
    <label>
      <span>{label}</span>
      <input
        key={parameters.get(name)}
        defaultValue={parameters.get(name) ?? ""}
        maxLength={200}
        onBlur={(event) => event.target.value.trim() !== (parameters.get(name) ?? "") && go({ [name]: event.target.value.trim() || null })}
        onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      />
    </label>
  );
}
