import { go } from "../shell/address";
import styles from "./Moves.module.css";
import type { Step } from "./verdict";

/** What to do about it. */
export function Steps({ steps }: { steps: Step[] }) {
  return (
    <div className={styles.steps}>
      <h3 id="now">What now</h3>
      <ul aria-labelledby="now">
        {steps.map(({ text, metric }) => (
          <li key={text}>
            {metric ? (
              <button type="button" onClick={() => go({ metric })}>
                {text}
              </button>
            ) : (
              <a href="#critical">{text}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
