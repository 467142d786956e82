import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getCustomer, listCustomers, listMoments } from "../api/customers";

const PAGE = 25;
const firstPage: string | undefined = undefined;
const at = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

export function useCustomers(question: { sort: string; segment?: string }) {
  return useInfiniteQuery({
    queryKey: ["customers", question],
    queryFn: ({ signal, pageParam }) => listCustomers({ ...question, limit: PAGE, ...at(pageParam) }, signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useCustomer(id: string) {
  return useQuery({ queryKey: ["customer", id], queryFn: ({ signal }) => getCustomer(id, signal) });
}

export function useMoments(id: string) {
  return useInfiniteQuery({
    queryKey: ["moments", id],
    queryFn: ({ signal, pageParam }) => listMoments(id, { limit: 20, ...at(pageParam) }, signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
