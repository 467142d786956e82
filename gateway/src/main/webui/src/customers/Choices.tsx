import { type FormEvent, useState } from "react";
import { useSegments } from "../segments/queries";
import { go } from "../shell/address";
import styles from "./Customers.module.css";
import { SORTS, USUAL_SORT } from "./say";

interface Props {
  sort: string;
  segment: string | null;
}

/** Whom to look for, which segment, in which order. All of it stands in the address. */
export function Choices({ sort, segment }: Props) {
  const [id, setId] = useState("");
  const segments = useSegments();

  function find(event: FormEvent) {
    event.preventDefault();
    if (id.trim()) go({ open: id.trim() });
  }

  return (
    <section className={styles.choices} aria-label="Which customers">
      <form role="search" className={styles.search} onSubmit={find}>
        <input type="search" value={id} maxLength={200} placeholder="A customer's number" aria-label="A customer's number" onChange={(event) => setId(event.target.value)} />
        <button type="submit">Find</button>
      </form>
      <label>
        <span>Segment</span>
        <select value={segment ?? ""} data-set={segment !== null || undefined} onChange={(event) => go({ segment: event.target.value || null })}>
          <option value="">all customers</option>
          {named(segments.data ?? [], segment).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Sorted by</span>
        <select value={sort} onChange={(event) => go({ sort: event.target.value === USUAL_SORT ? null : event.target.value })}>
          {Object.entries(SORTS).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}

/** The one that the address names is among them, whatever it says. */
function named(segments: { id: string; name: string }[], segment: string | null) {
  return segment === null || segments.some(({ id }) => id === segment) ? segments : [...segments, { id: segment, name: segment }];
}
