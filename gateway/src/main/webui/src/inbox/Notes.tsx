import { type FormEvent, useState } from "react";
import { type Key, addNote, removeNote } from "../api/inbox";
import form from "../form/Form.module.css";
import { Sure } from "../form/Sure";
import { TextField } from "../form/TextField";
import { Trouble } from "../form/Trouble";
import { sayMoment } from "../format/date";
import styles from "./Inbox.module.css";
import { useDeed, useNotes } from "./queries";

interface Props {
  of: Key;
  timeZone: string;
  mayAnswer: boolean;
  me: string | null;
}

/** What the people of the business tell each other about it. */
export function Notes({ of, timeZone, mayAnswer, me }: Props) {
  const [text, setText] = useState("");
  const notes = useNotes(of);
  const add = useDeed(
    () => addNote(of, text, me),
    () => setText(""),
  );
  const remove = useDeed((note: string) => removeNote(of, note));

  function submit(event: FormEvent) {
    event.preventDefault();
    add.mutate(undefined);
  }

  return (
    <section aria-labelledby="notes">
      <h3 id="notes">Notes</h3>
      <p className="quiet">For you and your people. Customers don't see them.</p>
      {notes.data && notes.data.length > 0 && (
        <ul className={styles.notes}>
          {notes.data.map((note) => (
            <li key={note.id}>
              <p dir="auto">{note.text}</p>
              <span className="quiet">
                {note.author && (
                  <>
                    <bdi>{note.author}</bdi> ·{" "}
                  </>
                )}
                {sayMoment(note.at, timeZone)}
              </span>
              {mayAnswer && <Sure name="Delete" of="this note" act={() => remove.mutate(note.id)} busy={remove.isPending} />}
            </li>
          ))}
        </ul>
      )}
      {mayAnswer && (
        <form onSubmit={submit} className={form.form}>
          <TextField label="A note" value={text} change={setText} rows={2} required maxLength={10_000} />
          <div className={styles.actions}>
            <button type="submit" disabled={add.isPending}>
              Note it
            </button>
          </div>
        </form>
      )}
      <Trouble error={notes.error ?? add.error ?? remove.error} />
    </section>
  );
}
