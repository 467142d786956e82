import type { MetricResult } from "../api/metric";
import type { Against } from "../period/period";

/** The composed answer compares with the period before; another comparison takes its place, or none does. */
export function compared(
  vitals: MetricResult[],
  against: Against,
  other: Record<string, Partial<MetricResult>> | undefined,
): MetricResult[] {
  if (against === "previous") return vitals;
  return vitals.map((vital) => {
    const change = against === "year" ? (other?.[vital.metric.id]?.total?.change ?? null) : null;
    return { ...vital, total: { ...vital.total, change } };
  });
}
