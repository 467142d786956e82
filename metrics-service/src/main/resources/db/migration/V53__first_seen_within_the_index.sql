-- All customers of a business are told from the index alone: a scan of the table would ask of each row whose it is.
alter table customer_seen drop constraint customer_seen_pkey, add primary key (business_id, customer_id) include (first_seen);
