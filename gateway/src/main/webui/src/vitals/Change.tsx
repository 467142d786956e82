import type { Against } from "../period/period";
import { Arrow } from "./Arrow";
import styles from "./Change.module.css";
import type { Shift } from "./shift";

interface Props {
  shift: Shift | null;
  against: Against;
}

/** How far a figure went and whether that is good, in words as well as in colour. */
export function Change({ shift, against }: Props) {
  if (against === "none") return null;
  if (!shift) return <p className={styles.change}>Nothing to compare with</p>;
  if (shift.direction === "same") return <p className={styles.change}>Unchanged</p>;
  const tone = shift.chance ? "neither" : shift.verdict;
  return (
    <p className={styles.change}>
      <Arrow shift={shift} />{" "}
      <span className={styles[tone]}>
        {shift.direction === "up" ? "up" : "down"} {shift.amount}
      </span>
      {shift.chance ? ", could be chance" : shift.verdict === "neither" ? "" : `, ${shift.verdict}`}
    </p>
  );
}
