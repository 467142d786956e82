import styles from "./Inbox.module.css";

export function Waiting() {
  return (
    <div role="status" className={styles.list}>
      <span className="hidden">The words are on their way.</span>
      {Array.from({ length: 6 }, (_, index) => (
        <div key={index} className={`skeleton ${styles.waiting}`} />
      ))}
    </div>
  );
}
