import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getSession } from "../session/session";
import { settleBusiness } from "../shell/address";
import {
  type Comparison,
  type FeedbackFilter,
  type MetricQuestion,
  type Range,
  getBusiness,
  getCatalogue,
  getEngagement,
  getEvidence,
  getFeedback,
  getMetric,
  getPeople,
  queryMetrics,
} from "./client";

const FOR_GOOD = { staleTime: Infinity };
const firstPage: string | undefined = undefined;

/** Asked for again while the page is looked at, which keeps the session alive. */
export function useSession() {
  return useQuery({
    queryKey: ["session"],
    queryFn: async ({ signal }) => {
      const session = await getSession(signal);
      settleBusiness(session.businesses.map(({ id }) => id));
      return session;
    },
    ...FOR_GOOD,
    refetchInterval: 30 * 60_000,
  });
}

export function useBusiness(id: string) {
  return useQuery({ queryKey: ["business", id], queryFn: ({ signal }) => getBusiness(id, signal), ...FOR_GOOD });
}

export function useCatalogue() {
  return useQuery({ queryKey: ["catalogue"], queryFn: ({ signal }) => getCatalogue(signal), ...FOR_GOOD });
}

export function useEngagement(range: Range) {
  return useQuery({
    queryKey: ["engagement", range],
    queryFn: ({ signal }) => getEngagement(range, signal),
    placeholderData: keepPreviousData,
  });
}

/** Asks nothing while there is no comparison to ask for. */
export function useComparison(ids: string[], range: Required<Range> | null, compare: Comparison | null) {
  return useQuery({
    queryKey: ["comparison", ids, range, compare],
    queryFn: ({ signal }) => queryMetrics(ids, range!, compare!, signal),
    enabled: ids.length > 0 && range !== null && compare !== null,
  });
}

export function useMetric(id: string, question: MetricQuestion, enabled = true) {
  return useQuery({
    queryKey: ["metric", id, question],
    queryFn: ({ signal }) => getMetric(id, question, signal),
    placeholderData: (previous, query) => (query?.queryKey[1] === id ? previous : undefined),
    enabled,
  });
}

export function useEvidence(id: string, range: Range) {
  return useInfiniteQuery({
    queryKey: ["evidence", id, range],
    queryFn: ({ signal, pageParam }) => getEvidence(id, { ...range, limit: 10, ...at(pageParam) }, signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function usePeople(businessId: string | null) {
  return useQuery({ queryKey: ["people", businessId], queryFn: ({ signal }) => getPeople(businessId, signal) });
}

export function useFeedback(range: Range, filter: FeedbackFilter, limit: number) {
  return useInfiniteQuery({
    queryKey: ["feedback", range, filter, limit],
    queryFn: ({ signal, pageParam }) =>
      getFeedback({ ...range, limit, ...filter, ...at(pageParam) }, signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

function at(cursor: string | undefined) {
  return cursor === undefined ? {} : { cursor };
}
