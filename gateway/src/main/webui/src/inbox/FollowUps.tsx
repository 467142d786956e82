import { explain } from "../api/problem";
import type { FollowUp } from "../api/inbox";
import { sayDate } from "../format/date";
import { Failure } from "../shell/Failure";
import { useParameters } from "../shell/address";
import styles from "./Inbox.module.css";
import { More } from "./More";
import { Row } from "./Row";
import { RuleForm } from "./RuleForm";
import { Waiting } from "./Waiting";
import { Who } from "./Who";
import { useFollowUps } from "./queries";

interface Props {
  timeZone: string;
  mayAnswer: boolean;
}

/** Whom to write to until when: what is due first before the rest. */
export function FollowUps({ timeZone, mayAnswer }: Props) {
  const parameters = useParameters();
  const who = parameters.get("who");
  const filter = {
    ...(who === "detractor" || who === "promoter" ? { who } as const : {}),
    ...(parameters.get("overdue") === "true" ? { overdue: true } : {}),
  };
  const due = useFollowUps(filter);
  const items = due.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <Who parameters={parameters} />
      {mayAnswer && <RuleForm />}
      {due.isError && !items ? (
        <Failure title="The list can't be shown just now" detail={explain(due.error)} retry={() => void due.refetch()} />
      ) : !items ? (
        <Waiting />
      ) : items.length === 0 ? (
        <section className={styles.empty} aria-labelledby="empty">
          <h2 id="empty">Nobody is waiting for you</h2>
          <p>Who answers a survey very low or very high, and has no reply yet, stands here with the day until which to write.</p>
        </section>
      ) : (
        <section aria-label="To follow up" aria-busy={due.isPlaceholderData}>
          <ul className={styles.list}>
            {items.map((followUp) => (
              <Row
                key={`${followUp.feedback.source} ${followUp.feedback.id}`}
                item={followUp.feedback}
                timeZone={timeZone}
                above={<Due followUp={followUp} timeZone={timeZone} />}
              />
            ))}
          </ul>
          <More query={due} />
        </section>
      )}
    </>
  );
}

function Due({ followUp: { who, dueAt, overdue }, timeZone }: { followUp: FollowUp; timeZone: string }) {
  return (
    <p className={overdue ? `${styles.due} ${styles.late}` : styles.due}>
      <strong>{who === "detractor" ? "Unhappy" : "Happy"}</strong> · {overdue ? "was due" : "due"} {sayDate(dueAt, timeZone)}
    </p>
  );
}
