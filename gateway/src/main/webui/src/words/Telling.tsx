import { useState } from "react";
import type { Label, Range } from "../api/client";
import { useFeedback } from "../api/hooks";
import { Listing } from "./Listing";
import { byStrength } from "./strength";

interface Props {
  range: Range;
  label: Label;
  timeZone: string;
  named: string;
}

export const RECENT = 40;
const AT_FIRST = 4;

/** Of the newest, the most outspoken first. */
export function Telling({ range, label, timeZone, named }: Props) {
  const [shown, setShown] = useState(AT_FIRST);
  const feedback = useFeedback(range, { label }, RECENT);
  const items = feedback.data && byStrength(feedback.data.pages.flatMap((page) => page.items), label);
  return (
    <Listing
      items={items?.slice(0, shown)}
      error={feedback.error}
      retry={() => void feedback.refetch()}
      more={items && items.length > shown ? () => setShown(shown + AT_FIRST) : null}
      busy={false}
      expected={AT_FIRST}
      timeZone={timeZone}
      named={named}
    />
  );
}
