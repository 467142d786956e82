/** What texts are looked through for, whatever the business. */
export const ASPECTS = [
  "product",
  "quality",
  "staff",
  "service",
  "waiting_time",
  "price",
  "place",
  "delivery",
  "website",
  "booking",
];
