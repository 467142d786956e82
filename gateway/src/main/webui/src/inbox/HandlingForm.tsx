import { type FormEvent, useState } from "react";
import { type Handling, type Item, handle } from "../api/inbox";
import form from "../form/Form.module.css";
import { SelectField } from "../form/SelectField";
import { TextField } from "../form/TextField";
import { Trouble } from "../form/Trouble";
import { dayIn, instantOf } from "../period/zoned";
import { STATES, STATE_NAMES } from "./filter";
import styles from "./Inbox.module.css";
import { useDeed } from "./queries";

interface Props {
  item: Item;
  me: string | null;
  timeZone: string;
}

/** Who looks after it, until when, and under which tags it is found again. */
export function HandlingForm({ item: { source, id, handling }, me, timeZone }: Props) {
  const due = handling.dueAt ? dayIn(timeZone, new Date(handling.dueAt)) : "";
  const [state, setState] = useState(handling.state);
  const [assignee, setAssignee] = useState(handling.assignee ?? "");
  const [day, setDay] = useState(due);
  const [tags, setTags] = useState(handling.tags.join(", "));
  const keep = useDeed(() =>
    handle(
      { source, id },
      {
        state,
        assignee: assignee.trim() || null,
        tags: tagsOf(tags),
        ...(day === due ? {} : { dueAt: day ? instantOf(day, "18:00", timeZone) : null }),
      },
    ),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    keep.mutate(undefined);
  }

  return (
    <section aria-labelledby="handling">
      <h3 id="handling">Who looks after it</h3>
      <form onSubmit={submit} className={form.form}>
        <div className={form.row}>
          <SelectField<Handling["state"]> label="State" value={state} of={STATES.map((one) => [one, STATE_NAMES[one]!] as const)} change={setState} />
          <TextField label="Due" type="date" value={day} change={setDay} />
        </div>
        <TextField label="Assigned to" value={assignee} change={setAssignee} maxLength={200} />
        {me && assignee !== me && (
          <button type="button" onClick={() => setAssignee(me)}>
            Assign it to me
          </button>
        )}
        <TextField label="Tags" value={tags} change={setTags} help="With commas between them." />
        <div className={styles.actions}>
          <button type="submit" disabled={keep.isPending}>
            {keep.isPending ? "One moment …" : "Keep it"}
          </button>
        </div>
        <Trouble error={keep.error} />
      </form>
    </section>
  );
}

function tagsOf(text: string): string[] {
  const tags = text.split(",").map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ""))];
}
