import type { Figure, MetricResult } from "../api/metric";
import { aboutMoney, money } from "../format/money";
import { decimal } from "../format/number";
import { decimalsFor, numeric, say } from "../format/quantity";

/** What the page asks for, in this order. A prediction has no past to compare it with. */
export const COMPARED = ["revenue", "orders", "average_order_value", "repeat_purchase_rate", "churn_rate", "cltv", "cac", "cltv_to_cac", "cac_payback_months"];
export const EXPECTED = "cltv_predicted";

type Unit = MetricResult["metric"]["unit"];

/** A figure in plain form; null where there is none. */
export function sayValue({ metric, total }: MetricResult): string | null {
  const value = numeric(total.value);
  return value === null ? null : write(value, metric.id, metric.unit, total);
}

/** Between what it is, nineteen times out of twenty; null where nothing can be said. */
export function sayBounds({ metric, total }: MetricResult): string | null {
  const { interval } = total;
  if (!interval) return null;
  return `between ${write(interval.low, metric.id, metric.unit, total)} and ${write(interval.high, metric.id, metric.unit, total)}`;
}

/** What became of it since the time before: "up 12 %"; null where there is nothing to compare. */
export function sayChange({ metric, total }: MetricResult): string | null {
  const before = numeric(total.change?.previous);
  const now = numeric(total.value);
  if (before === null || now === null) return null;
  if (now === before) return "as before";
  return `${now > before ? "up" : "down"} from ${write(before, metric.id, metric.unit, total)}`;
}

/** A ratio that is no share, such as value to cost, is said in times. */
function write(value: number, id: string, unit: Unit, figure: Figure): string {
  if (unit === "money" && figure.currency) return (id === EXPECTED || id === "cltv" ? aboutMoney : money)(value, figure.currency);
  if (id === "cltv_to_cac") return `${decimal(value, 1)} times`;
  if (unit === "months") return `${decimal(value, 1)} months`;
  return say(value, unit, decimalsFor(unit, figure.interval));
}
