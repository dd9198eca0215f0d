-- The ids below `below` of what has all the words at a desk, found by the index and by nothing else. The planner knows how
-- often a word is used at all desks together: where it is common at another one, reading claim after claim looks cheap to
-- it, until none of a million has the word. So it is given no other way: the desk is compared as text, lest another index
-- seem to help, and each search is planned for its own words. Called in a list of columns, a function gives one row after
-- the other, and looks up none that nobody asks for.
create function search_articles(desk uuid, terms tsquery, below uuid) returns setof uuid
language sql stable
  set enable_seqscan = off set max_parallel_workers_per_gather = 0 set plan_cache_mode = force_custom_plan as $$
  select id from public.article
  where deleted_at is null
    and public.search_words(title || ' ' || coalesce(byline, '') || ' ' || coalesce(publisher, '')) @@ terms
    and workspace_id::text = desk::text and id < below
$$;

create function search_claims(desk uuid, terms tsquery, below uuid) returns setof uuid
language sql stable
  set enable_seqscan = off set max_parallel_workers_per_gather = 0 set plan_cache_mode = force_custom_plan as $$
  select id from public.claim
  where deleted_at is null and public.search_words(text || ' ' || coalesce(wording, '')) @@ terms
    and workspace_id::text = desk::text and id < below
$$;

create function search_sources(desk uuid, terms tsquery, below uuid) returns setof uuid
language sql stable
  set enable_seqscan = off set max_parallel_workers_per_gather = 0 set plan_cache_mode = force_custom_plan as $$
  select id from public.source
  where public.search_words(title || ' ' || coalesce(publisher, '') || ' ' || coalesce(canonical_url, '')) @@ terms
    and workspace_id::text = desk::text and id < below
$$;

create function search_notes(desk uuid, terms tsquery, below uuid) returns setof uuid
language sql stable
  set enable_seqscan = off set max_parallel_workers_per_gather = 0 set plan_cache_mode = force_custom_plan as $$
  select id from public.note
  where public.search_words(body) @@ terms and workspace_id::text = desk::text and id < below
$$;
