import { explain } from "../api/problem";
import { More } from "../inbox/More";
import { Failure } from "../shell/Failure";
import { CustomerRow } from "./CustomerRow";
import styles from "./Customers.module.css";
import { useCustomers } from "./queries";

interface Props {
  question: { sort: string; segment?: string };
  timeZone: string;
}

/** Those who fit, a page at a time. */
export function CustomerList({ question, timeZone }: Props) {
  const customers = useCustomers(question);
  const items = customers.data?.pages.flatMap((page) => page.items);
  if (customers.isError && !items) {
    return <Failure title="The customers can't be shown just now" detail={explain(customers.error)} retry={() => void customers.refetch()} />;
  }
  if (!items) return <Waiting />;
  if (items.length === 0) return <Nobody filtered={question.segment !== undefined} />;
  return (
    <section aria-label="Customers" aria-busy={customers.isPlaceholderData}>
      <p className="hidden" role="status">
        {items.length} {customers.hasNextPage ? "customers, and there are more" : items.length === 1 ? "customer" : "customers"}
      </p>
      <ul className={styles.list}>
        {items.map((customer) => (
          <CustomerRow key={customer.id} customer={customer} timeZone={timeZone} />
        ))}
      </ul>
      <More query={customers} />
    </section>
  );
}

function Waiting() {
  return (
    <div role="status" className={styles.list}>
      <span className="hidden">The customers are on their way.</span>
      {Array.from({ length: 5 }, (_, index) => (
        <div key={index} className={`skeleton ${styles.waiting}`} />
      ))}
    </div>
  );
}

function Nobody({ filtered }: { filtered: boolean }) {
  return (
    <section className={styles.empty} aria-labelledby="empty">
      <h2 id="empty">{filtered ? "Nobody is in this segment just now" : "No customer is known yet"}</h2>
      <p>
        {filtered
          ? "Choose another one, or look at all of them."
          : "As soon as your shop tells of orders with the customer's number, they stand here, and half a minute later what is to be expected of each."}
      </p>
    </section>
  );
}
