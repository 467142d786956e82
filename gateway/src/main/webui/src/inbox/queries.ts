import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getMetric } from "../api/client";
import {
  type FollowUpFilter,
  type InboxFilter,
  type Key,
  getFollowUpRule,
  getItem,
  listFollowUps,
  listInbox,
  listNotes,
  listTemplates,
} from "../api/inbox";

const PAGE = 25;
const firstPage: string | undefined = undefined;
const at = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

export function useInbox(filter: InboxFilter) {
  return useInfiniteQuery({
    queryKey: ["inbox", filter],
    queryFn: ({ signal, pageParam }) => listInbox({ ...filter, limit: PAGE, ...at(pageParam) }, signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useFollowUps(filter: FollowUpFilter) {
  return useInfiniteQuery({
    queryKey: ["follow-ups", filter],
    queryFn: ({ signal, pageParam }) => listFollowUps({ ...filter, limit: PAGE, ...at(pageParam) }, signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useFollowUpRule() {
  return useQuery({ queryKey: ["follow-up-rule"], queryFn: ({ signal }) => getFollowUpRule(signal) });
}

export function useItem({ source, id }: Key) {
  return useQuery({ queryKey: ["item", source, id], queryFn: ({ signal }) => getItem({ source, id }, signal) });
}

export function useNotes({ source, id }: Key) {
  return useQuery({ queryKey: ["notes", source, id], queryFn: ({ signal }) => listNotes({ source, id }, signal) });
}

export function useTemplates() {
  return useQuery({ queryKey: ["templates"], queryFn: ({ signal }) => listTemplates(signal) });
}

/** Where this year's feedback came from, the most first. */
export function useSources(range: { from: string; to: string }) {
  return useQuery({
    queryKey: ["sources", range],
    queryFn: async ({ signal }) => {
      const { breakdown } = await getMetric("sentiment_share", { ...range, by: "source" }, signal);
      return (breakdown ?? []).flatMap(({ key }) => (key && !key.startsWith("(") ? [key] : []));
    },
    staleTime: 10 * 60_000,
  });
}

/** Something done to the feedback: the lists and what is open follow. */
export function useDeed<A, R>(deed: (argument: A) => Promise<R>, done?: (result: R) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: async (result: R) => {
      done?.(result);
      await Promise.all(
        ["inbox", "follow-ups", "follow-up-rule", "item", "notes", "templates"].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      );
    },
  });
}
