-- So many texts of one business over two years, of twelve to 51 words out of 4,000, frequent ones and rare ones. Everything is a
-- function of the text's number. business and texts are set by who runs this.
select set_config('app.business', :'business', false);
create function pg_temp.h(n bigint, seed int) returns bigint language sql immutable parallel safe
  as 'select hashint8extended(n, seed) & 1048575';

insert into feedback (business_id, source, feedback_id, revision, deleted, content_hash, kind, text, stars, occurred_at, recorded_at,
    recorded_by, origin, customer_id, page, reading_label)
select :'business', (array['google', 'site', 'yelp'])[1 + n % 3], 'r-' || n, 1, false, md5(n::text), 'review',
  (select string_agg('w' || (4000 * power(pg_temp.h(n * 64 + k, 7) / 1048576.0, 3))::int, ' ')
   from generate_series(1, 12 + n % 40) k),
  1 + n % 5, timestamptz '2024-01-01Z' + n * interval '1 minute', now(), 'key:bench', 'server', 'c' || n % 90000, '/p' || n % 40,
  (array['positive', 'neutral', 'negative'])[1 + pg_temp.h(n, 3) % 3]
from generate_series(1, :texts) n;
analyze feedback, feedback_words;
