-- By which channel a customer came: what their first order or subscription says, unless that is no more than that it was on the
-- web; then what the first of their visits up to then came from.
create function acquisition_channel(of_business text, of_customer text) returns text
language sql stable as $$
  select case when c.first_channel is null or c.first_channel = 'web' then coalesce((
      select v.traffic_channel from visit v
      where v.business_id = of_business and v.customer_id = of_customer and v.began_at <= c.joined_at
      order by v.began_at, v.visitor_id limit 1), c.first_channel)
    else c.first_channel end
  from customer_value c where c.business_id = of_business and c.customer_id = of_customer
$$;

-- The same of the campaign.
create function acquisition_campaign(of_business text, of_customer text) returns text
language sql stable as $$
  select coalesce(c.first_campaign, (
      select v.utm_campaign from visit v
      where v.business_id = of_business and v.customer_id = of_customer and v.began_at <= c.joined_at
      order by v.began_at, v.visitor_id limit 1))
  from customer_value c where c.business_id = of_business and c.customer_id = of_customer
$$;

-- The month in which somebody became a customer, such as 2026-01, as the business's days have it.
create function cohort_of(of_business text, of_customer text) returns text
language sql stable as $$
  select to_char(c.joined_at at time zone (s.settings ->> 'timeZone'), 'YYYY-MM')
  from customer_value c join business_settings s on s.business_id = c.business_id
  where c.business_id = of_business and c.customer_id = of_customer
$$;
