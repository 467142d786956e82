import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { listConnections, listDeliveries } from "../api/connections";

const firstPage: string | undefined = undefined;
const LOOK_AGAIN = 15_000;

/** Asked for again while the page is looked at: something may come in at any time. */
export function useConnections() {
  return useQuery({ queryKey: ["connections"], queryFn: ({ signal }) => listConnections(signal), refetchInterval: LOOK_AGAIN });
}

export function useDeliveries(id: string) {
  return useInfiniteQuery({
    queryKey: ["deliveries", id],
    queryFn: ({ signal, pageParam }) => listDeliveries(id, pageParam, signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** Something done to a connection: the list and its deliveries follow. */
export function useConnectionDeed<A, R>(deed: (argument: A) => Promise<R>, done?: (result: R) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: async (result: R) => {
      done?.(result);
      await Promise.all(["connections", "deliveries"].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
}
