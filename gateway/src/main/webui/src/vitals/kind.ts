import type { MetricName, MetricResult } from "../api/metric";

interface Listed {
  id: string;
  breakdowns: string[];
}

/** Whether a metric is made of what customers say. Only such metrics can be broken down by how the words sound. */
export function isOfWords(id: string, catalogue: Listed[]): boolean {
  return catalogue.find((metric) => metric.id === id)?.breakdowns.includes("label") ?? false;
}

/** Shapes that have a place on a card; curves and cohorts need a page. */
export function fitsCard(metric: MetricName): boolean {
  return metric.shape === "scalar" || metric.shape === "distribution";
}

/** Nothing happened, as opposed to something that can't be said. */
export function isEmpty(vitals: MetricResult[]): boolean {
  return vitals.length > 0 && vitals.every((vital) => vital.total.n === 0);
}
