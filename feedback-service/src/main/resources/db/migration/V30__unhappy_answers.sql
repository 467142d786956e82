-- Whoever was not content, or had much effort, should hear from the business as well: the lower quarter of a scale of contentment
-- (1 and 2 of 5), the hard third of a scale of effort (5 to 7 of 7 where 7 is hard, 1 to 3 where 7 is easy).
drop index feedback_to_follow_up;
alter table feedback drop column follow_up;
alter table feedback add column follow_up text generated always as (
  case
    when survey ->> 'type' = 'nps' and (survey ->> 'score')::numeric <= 6 then 'detractor'
    when survey ->> 'type' = 'nps' and (survey ->> 'score')::numeric >= 9 then 'promoter'
    when survey ->> 'type' in ('csat', 'ces') and (survey ->> 'max')::numeric > (survey ->> 'min')::numeric
      and (case survey ->> 'type' when 'csat' then 4 else 3 end)
        * (case survey ->> 'good' when 'low' then (survey ->> 'max')::numeric - (survey ->> 'score')::numeric
          else (survey ->> 'score')::numeric - (survey ->> 'min')::numeric end)
        <= (survey ->> 'max')::numeric - (survey ->> 'min')::numeric then 'detractor'
    when survey is null and kind = 'review' and (stars <= 2 or recommends = false) then 'detractor'
  end) stored;
create index feedback_to_follow_up on feedback (business_id, occurred_at, source, feedback_id)
  where not deleted and answered_at is null and follow_up is not null;
