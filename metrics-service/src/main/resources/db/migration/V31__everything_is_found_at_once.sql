-- Each round looks first whether everything is to be derived, and each question since when the oldest task waits, neither of which
-- should have to read all tasks for.
create index visit_task_of_everything on visit_task (business_id) where visitor_id is null;
create index visit_task_by_age on visit_task (business_id, noted_at);
