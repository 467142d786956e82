import type { Schemas } from "../api/client";
import styles from "./Words.module.css";

type Item = Schemas["FeedbackItem"];

/** Stars, a yes or no, or a survey's score: whatever the source gave. */
export function Rating({ item: { rating, survey } }: { item: Pick<Item, "rating" | "survey"> }) {
  if (rating?.stars != null) return <Stars stars={Number(rating.stars)} />;
  if (rating?.recommends != null) return <span>{rating.recommends ? "Recommends you" : "Doesn't recommend you"}</span>;
  if (survey?.score != null) {
    return (
      <span>
        {survey.score} of {survey.max}
      </span>
    );
  }
  return null;
}

function Stars({ stars }: { stars: number }) {
  const full = Math.max(0, Math.min(5, Math.round(stars)));
  return (
    <span role="img" aria-label={`${stars} of 5 stars`} className={styles.stars}>
      {"★".repeat(full)}
      <span className={styles.off}>{"★".repeat(5 - full)}</span>
    </span>
  );
}
