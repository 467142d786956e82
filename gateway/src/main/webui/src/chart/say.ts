import type { Figure, MetricName } from "../api/metric";
import { decimalsFor, numeric, say, sayInterval } from "../format/quantity";
import { sayKey } from "../format/words";

/** One point of a series in words. */
export function saySteps(metric: MetricName, figure: Figure): string {
  if (figure.parts) {
    const known = figure.parts.filter((part) => part.count > 0);
    return known.length === 0 ? "none" : known.map((part) => `${part.count} ${sayKey(part.key).toLowerCase()}`).join(", ");
  }
  const value = numeric(figure.value);
  if (value === null) return "no number";
  const interval = sayInterval(figure, metric.unit);
  return say(value, metric.unit, decimalsFor(metric.unit, figure.interval)) + (interval ? `, likely ${interval}` : "");
}
