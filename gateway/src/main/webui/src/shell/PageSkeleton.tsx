import styles from "./PageSkeleton.module.css";

/** The page before anything is known; it has the page's measures, so that nothing jumps. */
export function PageSkeleton() {
  return (
    <>
      <div className={styles.header} />
      <div className={styles.places} />
      <main className="page">
        <h1 className="hidden">Rapport</h1>
        <div className={`skeleton ${styles.title}`} />
        <div className={`skeleton ${styles.picker}`} />
        <ContentSkeleton />
      </main>
    </>
  );
}

export function ContentSkeleton() {
  return (
    <div role="status">
      <span className="hidden">The figures are on their way.</span>
      <div className={`skeleton ${styles.moves}`} />
      <div className={styles.cards}>
        {Array.from({ length: 8 }, (_, index) => (
          <div key={index} className={`skeleton ${styles.card}`} />
        ))}
      </div>
    </div>
  );
}
