-- A claim is put to the numbers by questions, which are records with versions like the claim itself: the answer at a revision is that of
-- the question as it stood then.

alter table record_version drop constraint record_version_kind_is_known;
alter table record_version add constraint record_version_kind_is_known check (kind in ('study', 'claim', 'question', 'vocabulary'));
