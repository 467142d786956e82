import { useQuery } from "@tanstack/react-query";
import { getSegment, listSegments } from "../api/segments";

export function useSegments() {
  return useQuery({ queryKey: ["segments"], queryFn: ({ signal }) => listSegments(signal) });
}

export function useSize(id: string) {
  return useQuery({ queryKey: ["segment", id], queryFn: ({ signal }) => getSegment(id, signal) });
}
