-- Everything else that a version says (labels, thanks, other languages), and what a survey looks like and whom it is shown to.
alter table survey_version add column texts text not null default '{}';
alter table survey add column settings text not null default '{}';

-- Of which business a survey is: the address of a form names the survey alone. References, and so exempt from row-level security.
create table survey_address (
  business_id text collate "C" not null,
  survey_id text collate "C" not null,
  primary key (business_id, survey_id)
);
create index survey_address_by_id on survey_address (survey_id);
alter table survey no force row level security;
insert into survey_address select business_id, id from survey;
alter table survey force row level security;

-- Whom the business last asked by which survey, for the pause between two: persons are 'c:' and a customer's id or 'v:' and a visitor's.
create table survey_contact (
  business_id text collate "C" not null,
  person text collate "C" not null,
  survey_id text collate "C" not null,
  asked_at timestamptz not null,
  primary key (business_id, person, survey_id),
  foreign key (business_id, survey_id) references survey (business_id, id)
);
select isolate_by_business('survey_contact');
