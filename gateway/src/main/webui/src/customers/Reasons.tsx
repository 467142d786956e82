import type { Reason } from "../api/customers";
import styles from "./Customers.module.css";

interface Props {
  /** Null where no risk is known. */
  risk: number | null;
  reasons: Reason[];
}

/** Why somebody may stop, or may not: no more than the model is sure of. */
export function Reasons({ risk, reasons }: Props) {
  if (risk === null) return null;
  if (reasons.length === 0) return <p className={styles.reasons}>Nothing that is known for sure tells this customer from others.</p>;
  return (
    <ul className={styles.reasons}>
      {reasons.map(({ factor, effect, text }) => (
        <li key={factor}>
          <span className={effect === "raises" ? styles.raises : styles.lowers}>{effect === "raises" ? "More" : "Less"} at risk:</span> <bdi>{text}</bdi>
        </li>
      ))}
    </ul>
  );
}
