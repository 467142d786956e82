-- The secret of a day (UTC) with which visitors who have no id of their own are given one. Of no business: the business is a
-- part of what is hashed. Gone soon after its day, and with it the way from an id back to a browser.
create table visitor_salt (
  day  date primary key,
  salt bytea not null
);
