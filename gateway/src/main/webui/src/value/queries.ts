import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, getMetric, taken } from "../api/client";
import { COMPARED, EXPECTED } from "./figures";

interface Days {
  from: string;
  to: string;
}

/** The figures of a time, compared with the time before as far as that can be. */
export function useFigures(range: Days) {
  return useQuery({
    queryKey: ["value", range],
    queryFn: async ({ signal }) => {
      const compared = COMPARED.map((id) => ({ id, metric: id, ...range, compare: "previous" as const }));
      const queries = [...compared, { id: EXPECTED, metric: EXPECTED, ...range }];
      return (await taken(api.POST("/v1/metrics/query", { body: { queries }, signal }))).results;
    },
    placeholderData: keepPreviousData,
  });
}

/** Of those who bought first in a month, who came again. */
export function useCohorts(range: Days) {
  return useQuery({ queryKey: ["cohorts", range], queryFn: ({ signal }) => getMetric("retention_cohorts", range, signal) });
}
