import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { queryBySurvey } from "../api/client";
import { listSurveys } from "../api/surveys";
import { type Results, resultsOf } from "./results";

export const ASKED = ["nps", "ces", "csat", "survey_response_rate", "survey_completion_rate"] as const;

export function useSurveys() {
  return useQuery({ queryKey: ["surveys"], queryFn: ({ signal }) => listSurveys(signal) });
}

/** What was answered in a period, survey by survey. */
export function useResults(range: { from: string; to: string }) {
  return useQuery<Results>({
    queryKey: ["survey-results", range],
    queryFn: async ({ signal }) => resultsOf(await queryBySurvey([...ASKED], range, signal)),
  });
}

/** Something done to a survey: the list follows. */
export function useSurveyDeed<A, R>(deed: (argument: A) => Promise<R>, done?: (result: R) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: async (result: R) => {
      await client.invalidateQueries({ queryKey: ["surveys"] });
      done?.(result);
    },
  });
}
