-- Until when the fits of a business wait after one failed, whatever comes meanwhile; what failed once is likely to fail again.
alter table fit_task add column put_off_until timestamptz;
