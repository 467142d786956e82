import styles from "./Failure.module.css";

interface Props {
  title: string;
  detail: string;
  retry: () => void;
}

export function Failure({ title, detail, retry }: Props) {
  return (
    <div role="alert" className={styles.failure}>
      <p className={styles.title}>{title}</p>
      <p>{detail}</p>
      <button type="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}
