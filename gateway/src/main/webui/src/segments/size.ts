import { decimal } from "../format/number";

/** How many of all customers a segment has, and which share that is. */
export function saySize(size: number, customers: number): string {
  if (customers === 0) return "No customer is known yet";
  const all = `${decimal(size, 0)} of ${decimal(customers, 0)} ${customers === 1 ? "customer" : "customers"}`;
  return `${all}, ${decimal((size / customers) * 100, size > 0 && size / customers < 0.1 ? 1 : 0)}\u00a0%`;
}
