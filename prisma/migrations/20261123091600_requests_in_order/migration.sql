-- Whoever has been asked for many changes reads a page of them in the order of their claims, and not all of them first.
drop index review_requests;
create index review_requests on review (workspace_id, author_id, claim_id) where decision = 'request_changes';
