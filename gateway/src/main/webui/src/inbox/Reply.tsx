import { useState } from "react";
import { type Item, markReply, removeReply } from "../api/inbox";
import { Sure } from "../form/Sure";
import { Trouble } from "../form/Trouble";
import { sayMoment } from "../format/date";
import styles from "./Inbox.module.css";
import { ReplyForm } from "./ReplyForm";
import { useDeed } from "./queries";

interface Props {
  item: Item;
  timeZone: string;
  mayAnswer: boolean;
  me: string | null;
}

/** The business's answer, or the form for it. */
export function Reply({ item, timeZone, mayAnswer, me }: Props) {
  const [editing, setEditing] = useState(false);
  const key = { source: item.source, id: item.id };
  const mark = useDeed((state: "to_be_posted" | "posted") => markReply(key, state));
  const remove = useDeed(() => removeReply(key));
  const { reply } = item;
  return (
    <section aria-labelledby="reply">
      <h3 id="reply">Your answer</h3>
      {reply && !editing ? (
        <>
          <div className={styles.reply}>
            <p dir="auto">{reply.text}</p>
            <p className={styles.by}>
              {reply.author && (
                <>
                  <bdi>{reply.author}</bdi> ·{" "}
                </>
              )}
              {sayMoment(reply.at, timeZone)} · {reply.state === "posted" ? "stands where it was written" : "not posted there yet"}
            </p>
          </div>
          {mayAnswer && (
            <div className={styles.actions}>
              <button type="button" onClick={() => setEditing(true)}>
                Change it
              </button>
              {reply.state === "to_be_posted" ? (
                <button type="button" disabled={mark.isPending} onClick={() => mark.mutate("posted")}>
                  I have posted it
                </button>
              ) : (
                <button type="button" disabled={mark.isPending} onClick={() => mark.mutate("to_be_posted")}>
                  It isn't posted
                </button>
              )}
              <Sure name="Delete" of="your answer" act={() => remove.mutate(undefined)} busy={remove.isPending} />
            </div>
          )}
          <Trouble error={mark.error ?? remove.error} />
        </>
      ) : mayAnswer ? (
        <ReplyForm item={item} me={me} done={() => setEditing(false)} cancel={editing ? () => setEditing(false) : null} />
      ) : (
        <p className="quiet">Nobody has answered yet.</p>
      )}
    </section>
  );
}
