import type { Label, Range } from "../api/client";
import { useFeedback } from "../api/hooks";
import { Listing } from "./Listing";

interface Props {
  range: Range;
  label: Label | null;
  timeZone: string;
  /** The id of the heading that names the list. */
  named: string;
}

const PAGE = 5;

/** All that was said, newest first. */
export function WordList({ range, label, timeZone, named }: Props) {
  const feedback = useFeedback(range, label, PAGE);
  return (
    <Listing
      items={feedback.data?.pages.flatMap((page) => page.items)}
      error={feedback.error}
      retry={() => void feedback.refetch()}
      more={feedback.hasNextPage ? () => void feedback.fetchNextPage() : null}
      busy={feedback.isFetchingNextPage}
      expected={PAGE}
      timeZone={timeZone}
      named={named}
    />
  );
}
