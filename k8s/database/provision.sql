-- One service's database and its two roles: <database>_owner migrates the schema and owns it, <database>_app is the running
-- service and owns nothing. The same as io.rapport.frame.database.Provisioning, for psql 15 or newer; can be repeated, and sets
-- the passwords anew. Run it as a role that may make roles and databases, once for each of rapport_gateway, rapport_feedback
-- and rapport_metrics:
--   OWNER_PASSWORD=… APP_PASSWORD=… psql -X -v database=rapport_gateway -f provision.sql
\set ON_ERROR_STOP on
set client_min_messages = warning;
\set owner :database _owner
\set app :database _app
\getenv owner_password OWNER_PASSWORD
\getenv app_password APP_PASSWORD

select format('create role %I login nosuperuser nobypassrls nocreatedb nocreaterole', role)
from unnest(array[:'owner', :'app']) as role
where not exists (select from pg_roles where rolname = role)
\gexec
alter role :"owner" password :'owner_password';
alter role :"app" password :'app_password';

-- Whoever isn't a superuser must be a member of the role it hands the database to.
grant :"owner" to current_user;
select format('create database %I owner %I encoding ''UTF8'' template template0', :'database', :'owner')
where not exists (select from pg_database where datname = :'database')
\gexec
revoke all on database :"database" from public;
grant connect on database :"database" to :"app";

\connect :database
set role :"owner";
revoke create on schema public from public;
grant usage on schema public to :"app";
alter default privileges in schema public grant select, insert, update, delete on tables to :"app";
alter default privileges in schema public grant usage, select on sequences to :"app";
