-- What the schema language cannot say: checks, partial unique indexes, and rows that are written once.

alter table "claim"
  add constraint "claim_span_is_not_empty" check ("start" >= 0 and "end" > "start"),
  add constraint "claim_ordinal_counts_from_one" check ("ordinal" >= 1),
  add constraint "claim_version_counts_from_one" check ("version" >= 1);

alter table "claim_placement"
  add constraint "placement_span_is_not_empty" check ("start" >= 0 and "end" > "start");

-- One claim of a kind for the same words of a revision.
create unique index "claim_one_per_span" on "claim" ("workspace_id", "revision_id", "kind", "start", "end")
  where "deleted_at" is null;

alter table "annotation"
  add constraint "annotation_version_counts_from_one" check ("version" >= 1),
  add constraint "annotation_submitted_is_no_newer" check ("submitted_version" between 1 and "version");

alter table "annotation_version"
  add constraint "annotation_version_follows_its_base" check ("base_version" = "version" - 1),
  add constraint "annotation_version_confidence" check ("confidence" between 1 and 4),
  add constraint "annotation_version_submitted_has_verdict" check (not "submitted" or "verdict" is not null);

alter table "note"
  add constraint "note_has_words" check ("body" <> ''),
  add constraint "note_span" check (("start" is null) = ("end" is null) and ("start" is null or "end" > "start")),
  add constraint "note_resolved_by_somebody" check (("resolved_at" is null) = ("resolved_by_id" is null));

-- Nobody reviews their own work; a request for changes says why.
alter table "review"
  add constraint "review_is_by_a_colleague" check ("reviewer_id" <> "author_id"),
  add constraint "review_of_changes_has_reasons"
    check ("decision" <> 'request_changes' or cardinality("reasons") > 0);

-- A claim has at most one ruling that is not superseded.
create unique index "ruling_one_current" on "ruling" ("workspace_id", "claim_id") where "superseded_at" is null;

alter table "policy"
  add constraint "policy_numbers" check ("annotations" >= 1 and "quorum" >= 0 and "panel_size" >= "quorum");

-- One owner at least: counted under a lock on the workspace row, so that two owners cannot demote each other at once.
create function keep_an_owner() returns trigger language plpgsql as $$
begin
  if old.role = 'owner' and old.removed_at is null and (new.role <> 'owner' or new.removed_at is not null) then
    perform 1 from workspace where id = old.workspace_id for update;
    if not exists (
      select 1 from member
      where workspace_id = old.workspace_id and id <> old.id and role = 'owner' and removed_at is null
    ) then
      raise exception 'the last owner of a workspace stays its owner' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;

create trigger "member_keep_an_owner" before update on "member" for each row execute function keep_an_owner();

-- History, and what history refers to, is written once.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger "event_append_only" before update or delete on "event"
  for each row execute function refuse_change();
create trigger "event_no_truncate" before truncate on "event"
  for each statement execute function refuse_change();
create trigger "revision_append_only" before update or delete on "revision"
  for each row execute function refuse_change();
create trigger "annotation_version_append_only" before update or delete on "annotation_version"
  for each row execute function refuse_change();
create trigger "citation_append_only" before update or delete on "citation"
  for each row execute function refuse_change();
create trigger "search_entry_append_only" before update or delete on "search_entry"
  for each row execute function refuse_change();
create trigger "review_append_only" before update or delete on "review"
  for each row execute function refuse_change();
create trigger "report_append_only" before update or delete on "report"
  for each row execute function refuse_change();
