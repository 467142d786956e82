import type { Segment } from "../api/segments";
import { hrefOf } from "../place/places";
import { goTo } from "../shell/address";
import styles from "./Segments.module.css";
import { useSize } from "./queries";
import { saySize } from "./size";

interface Props {
  segment: Segment;
  /** Whether the person may see who is in it. */
  mayLook: boolean;
}

/** One group: whom it holds, in a sentence, and how many they are today. */
export function SegmentRow({ segment: { id, name, words, readyMade }, mayLook }: Props) {
  const size = useSize(id);
  const those = `${hrefOf("customers", window.location.search)}&${new URLSearchParams({ segment: id })}`;
  return (
    <li className={styles.segment}>
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <p className={styles.kind}>{readyMade ? "Ready-made" : "Your own"}</p>
      <p dir="auto" className={styles.words}>
        {words}
      </p>
      <p className={styles.size} aria-busy={size.isPending}>
        {size.data ? saySize(size.data.size, size.data.customers) : size.isError ? "How many can't be said just now." : "…"}
      </p>
      {mayLook && (
        <button type="button" onClick={() => goTo(those)}>
          See them<span className="hidden"> all: {name}</span>
        </button>
      )}
    </li>
  );
}
