/** The pages of the dashboard, as the address names them. */
export type Place = "board" | "inbox" | "customers" | "value" | "segments" | "surveys" | "connections";

interface Known {
  place: Place;
  name: string;
  /** The scope without which it isn't offered. */
  scope: string;
}

const PLACES: Known[] = [
  { place: "board", name: "Overview", scope: "metrics:read" },
  { place: "inbox", name: "Inbox", scope: "feedback:read" },
  { place: "customers", name: "Customers", scope: "customers:read" },
  { place: "value", name: "Value", scope: "metrics:read" },
  { place: "segments", name: "Segments", scope: "metrics:read" },
  { place: "surveys", name: "Surveys", scope: "surveys:write" },
  { place: "connections", name: "Connections", scope: "connections:read" },
];

/** Those that a session may see. */
export function placesFor(scopes: string[]): Known[] {
  return PLACES.filter(({ scope }) => scopes.includes(scope));
}

/** Where the address leads; to the overview from a page that isn't there, or that the person may not see. */
export function placeOf(named: string | null, scopes: string[]): Place {
  return placesFor(scopes).find(({ place }) => place === named)?.place ?? "board";
}

/** The address of a page: of the present one, only the business stays. */
export function hrefOf(place: Place, search: string): string {
  const business = new URLSearchParams(search).get("business");
  const parameters = new URLSearchParams();
  if (business !== null) parameters.set("business", business);
  if (place !== "board") parameters.set("place", place);
  const query = parameters.toString();
  return query ? `/?${query}` : "/";
}
