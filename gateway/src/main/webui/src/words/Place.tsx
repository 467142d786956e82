import type { Schemas } from "../api/client";
import { sayKey } from "../format/words";

type Item = Pick<Schemas["FeedbackItem"], "source" | "author" | "touchpoint">;

/** Who said it where. Names come from outside: each is kept from turning around what stands beside it. */
export function Place({ item: { source, author, touchpoint } }: { item: Item }) {
  const names = [sayKey(source), author?.name, touchpoint && sayKey(touchpoint)].filter((name) => !!name);
  return (
    <span>
      {names.map((name, index) => (
        <span key={index}>
          {index > 0 && " · "}
          <bdi>{name}</bdi>
        </span>
      ))}
    </span>
  );
}
