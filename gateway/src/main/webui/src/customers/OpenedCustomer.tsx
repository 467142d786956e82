import { Problem, explain } from "../api/problem";
import { Failure } from "../shell/Failure";
import { Sheet } from "../shell/Sheet";
import { go } from "../shell/address";
import styles from "./Customers.module.css";
import { Expected } from "./Expected";
import { KnownOf } from "./KnownOf";
import { Timeline } from "./Timeline";
import { useCustomer } from "./queries";

/** One customer: who they are, what is expected of them, all that they did and said. */
export function OpenedCustomer({ id, timeZone }: { id: string; timeZone: string }) {
  const { data: customer, isError, error, refetch } = useCustomer(id);
  const unknown = error instanceof Problem && error.status === 404;
  return (
    <Sheet title={customer?.id ?? id} close={() => go({ open: null })}>
      {unknown ? (
        <p className={styles.empty}>No customer goes by that, or they were forgotten.</p>
      ) : isError && !customer ? (
        <Failure title="The customer can't be shown just now" detail={explain(error)} retry={() => void refetch()} />
      ) : !customer ? (
        <p role="status">One moment …</p>
      ) : (
        <>
          <KnownOf customer={customer} timeZone={timeZone} />
          <Expected predictions={customer.predictions} currency={customer.value.currency} />
          <Timeline id={customer.id} timeZone={timeZone} />
        </>
      )}
    </Sheet>
  );
}
