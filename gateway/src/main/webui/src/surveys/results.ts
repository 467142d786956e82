import type { Group, MetricName, MetricResult } from "../api/metric";
import type { Survey } from "../api/surveys";

/** What a metric says of a survey. */
export interface Result {
  metric: MetricName;
  figure: Group;
}

/** By the metric, then by the survey's id. */
export type Results = Map<string, Map<string, Result>>;

export function resultsOf(answers: MetricResult[]): Results {
  return new Map(
    answers.map(({ metric, breakdown }) => [
      metric.id,
      new Map((breakdown ?? []).flatMap((figure) => (figure.key === null ? [] : [[figure.key, { metric, figure }]]))),
    ]),
  );
}

/** The figure that a survey of this type is made for; none for one of a business's own. */
export function scoreOf({ id, type, questions }: Pick<Survey, "id" | "type" | "questions">, results: Results): Result | null {
  const metric = type === "custom" && questions.some((question) => question.type === "nps") ? "nps" : type;
  return results.get(metric)?.get(id) ?? null;
}
