-- Search by words, in any language: capitals and accents do not matter, and letters that are written without spaces
-- between words (Chinese, Japanese kana) count one by one. Of a longer text the first 100,000 characters are found: a
-- text of nothing but different words must not break the limit of one entry. The indexes and every query use this one
-- function, so that they cannot differ.
create function search_fold(said text) returns text language sql immutable parallel safe as $$
  select case when said ~ '[^\x01-\x7f]'
    then regexp_replace(
      normalize(regexp_replace(normalize(said, NFKD), '[\u0300-\u036f]', '', 'g'), NFC),
      '([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])', ' \1 ', 'g')
    else said end
$$;

create function search_words(said text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('pg_catalog.simple', public.search_fold(left(said, 100000)))
$$;

-- All words that are asked for, the last one as it is begun; null when there is no word in it.
create function search_terms(asked text) returns tsquery language sql immutable parallel safe as $$
  select (nullif(plainto_tsquery('pg_catalog.simple', public.search_fold(asked))::text, '') || ':*')::tsquery
$$;

create index article_search on article
  using gin (search_words(title || ' ' || coalesce(byline, '') || ' ' || coalesce(publisher, '')))
  where deleted_at is null;
create index claim_search on claim using gin (search_words(text || ' ' || coalesce(wording, '')))
  where deleted_at is null;
create index source_search on source
  using gin (search_words(title || ' ' || coalesce(publisher, '') || ' ' || coalesce(canonical_url, '')));
create index note_search on note using gin (search_words(body));

-- The bin of a desk, whatever the number of its articles.
create index article_bin on article (workspace_id, id) where deleted_at is not null;
