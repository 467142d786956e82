import type { InboxFilter } from "../api/inbox";
import { explain } from "../api/problem";
import { Failure } from "../shell/Failure";
import { EmptyInbox } from "./EmptyInbox";
import styles from "./Inbox.module.css";
import { More } from "./More";
import { Row } from "./Row";
import { Waiting } from "./Waiting";
import { useInbox } from "./queries";

interface Props {
  filter: InboxFilter;
  timeZone: string;
  mayConnect: boolean;
}

/** All that was said, newest first. */
export function Everything({ filter, timeZone, mayConnect }: Props) {
  const inbox = useInbox(filter);
  const items = inbox.data?.pages.flatMap((page) => page.items);
  if (inbox.isError && !items) {
    return <Failure title="The inbox can't be shown just now" detail={explain(inbox.error)} retry={() => void inbox.refetch()} />;
  }
  if (!items) return <Waiting />;
  if (items.length === 0) return <EmptyInbox filtered={Object.keys(filter).length > 0} mayConnect={mayConnect} />;
  return (
    <section aria-label="What was said" aria-busy={inbox.isPlaceholderData}>
      <p className="hidden" role="status">
        {items.length} {inbox.hasNextPage ? "texts, and there are more" : items.length === 1 ? "text" : "texts"}
      </p>
      <ul className={styles.list}>
        {items.map((item) => (
          <Row key={`${item.source} ${item.id}`} item={item} timeZone={timeZone} />
        ))}
      </ul>
      <More query={inbox} />
    </section>
  );
}
