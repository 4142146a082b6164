-- What each revision changed, ready to be sent: an index of record_version like the filter tables, filled in the transaction that writes
-- and anew when another build of the program starts.

create table change (
    revision  bigint  not null,
    kind      text    not null,
    record_id text    not null,
    ordinal   integer not null,
    change    text    not null,
    subject   text    not null,
    domain    text,
    measure   text,
    row       json    not null,
    constraint change_pkey primary key (revision, kind, record_id, ordinal),
    constraint change_revision_exists foreign key (revision) references revision (number),
    constraint change_is_known check (change in ('created', 'replaced', 'withdrawn')),
    constraint change_subject_is_known check (subject in ('record', 'field', 'effect'))
);
comment on table change is 'One row a record that a revision wrote or withdrew (subject record), a field and an effect of it that differ.';
comment on column change.ordinal is 'Place among the rows of the record: the record, then fields, then effects.';
comment on column change.domain is 'What the outcome is about, of an effect and of a field of an outcome.';
comment on column change.row is 'The row of GET /v1/changes, ready to be sent.';

create index change_of_record on change (kind, record_id, revision);

-- The tables of revisions before this migration are filled by the start that follows it, because another build starts.
