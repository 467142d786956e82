import { explain } from "../api/problem";
import styles from "./Form.module.css";

/** Why something was not done; nothing where it was. */
export function Trouble({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null;
  return (
    <p role="alert" className={styles.trouble}>
      {explain(error)}
    </p>
  );
}
