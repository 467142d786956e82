import type { Key } from "../api/inbox";
import { explain } from "../api/problem";
import { sayKey } from "../format/words";
import { Failure } from "../shell/Failure";
import { Sheet } from "../shell/Sheet";
import { go } from "../shell/address";
import { Facts } from "./Facts";
import { HandlingForm } from "./HandlingForm";
import styles from "./Inbox.module.css";
import { Notes } from "./Notes";
import { Reading } from "./Reading";
import { Reply } from "./Reply";
import { useItem } from "./queries";

interface Props {
  of: Key;
  timeZone: string;
  mayAnswer: boolean;
  /** Who answers, as replies and notes are signed. */
  me: string | null;
}

/** One thing that was said: what it was read as, and all that is done about it. */
export function Opened({ of, timeZone, mayAnswer, me }: Props) {
  const { data: item, isError, error, refetch } = useItem(of);
  return (
    <Sheet title={item?.author?.name ?? sayKey(of.source)} close={() => go({ in: null, open: null })}>
      {isError && !item ? (
        <Failure title="It can't be shown just now" detail={explain(error)} retry={() => void refetch()} />
      ) : !item ? (
        <p role="status">One moment …</p>
      ) : (
        <>
          <div className={styles.words}>
            <Reading item={item} />
            <Facts item={item} timeZone={timeZone} />
          </div>
          <Reply item={item} timeZone={timeZone} mayAnswer={mayAnswer} me={me} />
          {mayAnswer && <HandlingForm key={JSON.stringify(item.handling)} item={item} me={me} timeZone={timeZone} />}
          <Notes of={of} timeZone={timeZone} mayAnswer={mayAnswer} me={me} />
        </>
      )}
    </Sheet>
  );
}
