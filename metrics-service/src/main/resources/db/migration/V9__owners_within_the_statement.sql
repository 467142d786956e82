-- A function that reads a table is called for each row, at a hundred times the cost of the same words within the statement.
create or replace function email_mailing(of_business text, since timestamptz, until timestamptz, first_type text)
returns table (business_id text, message text, recipient text, customer_id text, visitor_id text, occurred_at timestamptz,
  campaign text, weekday text, hour text, opened_at timestamptz, opened_by_machine boolean, clicks timestamptz[],
  unsubscribed boolean, complained boolean, bounced boolean)
language sql stable as $$
  with fact as materialized (
    select e.message, e.recipient,
      case when e.customer_id is null then case when e.recipient like '%@%' then (
          select coalesce(a.known_as, l.customer_id)
          from identity_link l left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
          where l.business_id = of_business and l.id_type = 'email' and l.id = e.recipient and l.undone_at is null
          order by l.occurred_at desc, l.seq desc
          limit 1)
        else (
          select coalesce(a.known_as, l.customer_id)
          from identity_link l left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
          where l.business_id = of_business and l.id_type = 'phone' and l.id = e.recipient and l.undone_at is null
          order by l.occurred_at desc, l.seq desc
          limit 1) end
        else coalesce((select a.known_as from customer_alias a where a.business_id = of_business and a.customer_id = e.customer_id), e.customer_id) end as customer_id,
      e.type, e.occurred_at, e.source, e.id, e.campaign,
      e.left_out is not null or coalesce(e.properties -> 'machine' = 'true', false) as by_machine
    from event e
    where e.business_id = of_business and (e.left_out is null or e.left_out = 'machine')
      and e.message = any (array(
        select distinct d.message
        from event d
        where d.business_id = of_business and d.type = first_type and d.occurred_at >= since and d.occurred_at < until
          and d.left_out is null and d.message is not null))
  ), mailing as (
    select f.message, coalesce(f.customer_id, f.recipient) as recipient, min(f.customer_id) as customer_id,
      min(f.occurred_at) filter (where f.type = first_type) as occurred_at,
      (array_agg(f.campaign order by f.occurred_at, f.source, f.id) filter (where f.type = first_type and f.campaign is not null))[1]
        as campaign,
      min(f.occurred_at) filter (where f.type = 'email_opened' and not f.by_machine) as opened_at,
      coalesce(bool_or(f.by_machine) filter (where f.type = 'email_opened'), false) as opened_by_machine,
      array_agg(f.occurred_at order by f.occurred_at) filter (where f.type = 'email_clicked' and not f.by_machine) as clicks,
      bool_or(f.type = 'email_unsubscribed') as unsubscribed,
      bool_or(f.type = 'email_complained') as complained,
      bool_or(f.type = 'email_bounced') as bounced
    from fact f
    where coalesce(f.customer_id, f.recipient) is not null
    group by 1, 2
  )
  select of_business, m.message, m.recipient, m.customer_id, null::text, m.occurred_at, m.campaign,
    to_char(m.occurred_at at time zone z.zone, 'FMday'), to_char(m.occurred_at at time zone z.zone, 'HH24'),
    m.opened_at, m.opened_by_machine, m.clicks, m.unsubscribed, m.complained, m.bounced
  from mailing m
    cross join (select s.settings ->> 'timeZone' as zone from business_settings s where s.business_id = of_business) z
  where m.occurred_at >= since and m.occurred_at < until
$$;

create or replace view contact with (security_invoker = true) as
  select e.business_id, e.occurred_at, e.seq, e.source, e.id, e.type, e.visitor_id, e.campaign,
    e.customer_id, coalesce(e.customer_id, e.recipient) as person,
    coalesce(e.channel, case e.type when 'call_received' then 'phone' else split_part(e.type, '_', 1) end) as channel,
    coalesce(e.type || ' ' || nullif(e.properties ->> 'messageId', ''), e.source || '/' || e.id) as message
  from (
    select d.*, case when d.stated is null then case when d.recipient like '%@%' then (
          select coalesce(a.known_as, l.customer_id)
          from identity_link l left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
          where l.business_id = d.business_id and l.id_type = 'email' and l.id = d.recipient and l.undone_at is null
          order by l.occurred_at desc, l.seq desc
          limit 1)
        else (
          select coalesce(a.known_as, l.customer_id)
          from identity_link l left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
          where l.business_id = d.business_id and l.id_type = 'phone' and l.id = d.recipient and l.undone_at is null
          order by l.occurred_at desc, l.seq desc
          limit 1) end
      else coalesce((select a.known_as from customer_alias a where a.business_id = d.business_id and a.customer_id = d.stated), d.stated) end as customer_id
    from (
      select business_id, occurred_at, seq, source, id, type, visitor_id, campaign, channel, recipient, properties, left_out,
        customer_id as stated
      from event
    ) d
  ) e
  where e.left_out is null
    and e.type in ('email_delivered', 'sms_delivered', 'push_delivered', 'message_delivered', 'letter_delivered', 'call_received')
    and coalesce(e.stated, e.recipient) is not null;

create or replace view known_event with (security_invoker = true) as
  select e.business_id, e.occurred_at, e.seq, e.source, e.id, e.type, e.visitor_id,
    case when e.customer_id is not null then coalesce((select a.known_as from customer_alias a where a.business_id = e.business_id and a.customer_id = e.customer_id), e.customer_id)
      when e.visitor_id is not null then (
        select coalesce(a.known_as, l.customer_id)
        from identity_link l left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
        where l.business_id = e.business_id and l.id_type = 'visitor' and l.id = e.visitor_id and l.undone_at is null
        order by l.occurred_at > e.occurred_at, case when l.occurred_at <= e.occurred_at then l.occurred_at end desc,
          case when l.occurred_at <= e.occurred_at then l.seq end desc, l.occurred_at, l.seq
        limit 1) end as customer_id,
    e.channel, e.campaign, e.touchpoint, e.location, e.product, e.recipient, e.amount_minor, e.currency, e.properties
  from event e
  where e.left_out is null;
