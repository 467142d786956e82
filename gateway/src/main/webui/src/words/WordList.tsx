import type { FeedbackFilter, Range } from "../api/client";
import { useFeedback } from "../api/hooks";
import { Listing } from "./Listing";

interface Props {
  range: Range;
  filter: FeedbackFilter;
  timeZone: string;
  /** The id of the heading that names the list. */
  named: string;
}

const PAGE = 5;

/** All that was said, newest first. */
export function WordList({ range, filter, timeZone, named }: Props) {
  const feedback = useFeedback(range, filter, PAGE);
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
