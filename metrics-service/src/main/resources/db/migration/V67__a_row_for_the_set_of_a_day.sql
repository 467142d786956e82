-- The set of a day has been parted by stretches of 2^18 numbers as that of a month is, and is by stretches of 2^22 now. Businesses
-- with more visitors than lie in the first of the old ones have everything derived anew; the others' rows are as they would be.
alter table visitor_count no force row level security;
insert into visit_task (business_id, since, until)
  select business_id, '1969-01-01T00:00:00Z', '2200-01-01T00:00:00Z' from visitor_count where visitors > 262144;
alter table visitor_count force row level security;
