-- A year of a busy web shop: about :events events of one business, in visits of one to six events. Everything is a function of
-- the visit's number, so that the same numbers give the same rows. business and events are set by who runs this.
create function pg_temp.h(visit bigint, seed int) returns bigint language sql immutable parallel safe
  as 'select hashint8extended(visit, seed) & 2147483647';

select event_month(month) from generate_series(timestamptz '2025-01-01Z', timestamptz '2025-12-31Z', interval '1 month') month;

insert into agent (business_id, name) select :'business', unnest(array['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'])
on conflict do nothing;

insert into provenance (business_id, recorded_by, origin) values (:'business', 'key:ky_bench0000000000', 'browser')
on conflict do nothing;

insert into event (business_id, occurred_at, source, id, type, provenance, visitor_id, page_url, page_title, referrer,
    agent, language, country)
select :'business',
  began + k * interval '40 seconds',
  'web',
  'e-' || v || '-' || k,
  case when k = 3 then 'add_to_cart' when k = 5 then 'purchase' else 'page_view' end,
  (select number from provenance where business_id = :'business' and origin = 'browser'),
  'visitor-' || pg_temp.h(v, 1) % (:events / 8),
  'https://shop.example/p/' || page || case when k = 0 then tag else '' end,
  'The page number ' || page,
  case when k = 0 then (array[null, 'https://www.google.com/', 'https://l.instagram.com/', 'https://blog.example/post'])[1 + pg_temp.h(v, 3) % 4] end,
  ((select array_agg(number order by number) from agent where business_id = :'business'))[1 + pg_temp.h(v, 4) % 4],
  (array['en-GB', 'en-IE', 'de-DE', 'fr-FR', 'es-ES'])[1 + pg_temp.h(v, 5) % 5],
  chr(65 + (pg_temp.h(v, 6) % 5)::int) || chr(65 + (pg_temp.h(v, 7) % 6)::int)
from (
  select v, timestamptz '2025-01-01Z' + (pg_temp.h(v, 2) % 31000000) * interval '1 second' as began,
    case pg_temp.h(v, 8) % 5
      when 0 then '?utm_source=google&utm_medium=cpc&utm_campaign=c' || pg_temp.h(v, 9) % 40
      when 1 then '?utm_source=news&utm_medium=email&utm_campaign=c' || pg_temp.h(v, 9) % 40
      else '' end as tag
  from generate_series(1, (:events / 3.5)::bigint) v) visits
  cross join lateral generate_series(0, pg_temp.h(v, 10) % 6) k
  cross join lateral (select (200 * power((pg_temp.h(v * 8 + k, 11) % 1000000) / 1e6, 3))::int as page) pages;

insert into event_key (hash)
  select encode(substring(sha256(convert_to(:'business', 'UTF8') || '\x00'::bytea
    || substring(sha256(convert_to(source, 'UTF8') || '\x00'::bytea || convert_to(id, 'UTF8')) from 1 for 16)) from 1 for 16), 'hex')::uuid
  from event where business_id = :'business'
on conflict do nothing;

insert into visit_rebuild (business_id) values (:'business');
