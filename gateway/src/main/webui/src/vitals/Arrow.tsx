import styles from "./Change.module.css";
import type { Shift } from "./shift";

const SIGNS = { up: "▲", down: "▼", same: "■" } as const;

/** The way a figure went, coloured only where it means something. Its words stand beside it. */
export function Arrow({ shift }: { shift: Shift }) {
  const tone = shift.chance ? "neither" : shift.verdict;
  return (
    <span aria-hidden="true" className={`${styles.arrow} ${styles[tone]}`}>
      {SIGNS[shift.direction]}
    </span>
  );
}
