#!/bin/sh
# Runs once, when the database is made: the server's role, which owns nothing. The first start gives it its rights.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set app="$APP_PASSWORD" <<'SQL'
create role assay_app login password :'app' nosuperuser nobypassrls;
SQL
