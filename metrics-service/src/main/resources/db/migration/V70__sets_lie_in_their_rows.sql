-- A set of more than 2 kB was kept apart from its row, where it is found with a search of its own and leaves gaps when it changes:
-- most of what sets by month took was gaps. Sets of up to a page lie in their rows.
alter table web_visitors_by_day set (toast_tuple_target = 8160);
alter table web_visitors_by_month set (toast_tuple_target = 8160);
