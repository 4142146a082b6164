-- The catalogue is a sequence of revisions. A record (a study, a claim, a vocabulary) is a JSON document with versions;
-- a version holds from the revision that wrote it until the one that replaced or withdrew it. Nothing is updated in place:
-- only the open end of a version is closed.

create table revision (
    number      bigint      not null,
    recorded_at timestamptz not null,
    actor       text        not null,
    reason      text        not null,
    constraint revision_pkey primary key (number),
    constraint revision_number_is_positive check (number > 0),
    constraint revision_actor_is_named check (actor <> ''),
    constraint revision_reason_is_given check (reason <> '')
);
comment on table revision is 'One committed write, of one record or of thousands.';
comment on column revision.number is 'Gapless from 1: taken from catalogue.newest_revision under its row lock, in the writing transaction.';

create table catalogue (
    only_row        boolean not null default true,
    catalogue_id    uuid    not null default gen_random_uuid(),
    newest_revision bigint  not null default 0,
    index_build     uuid,
    constraint catalogue_pkey primary key (only_row),
    constraint catalogue_has_one_row check (only_row)
);
comment on table catalogue is 'The one row that writers lock, so that revisions have neither gaps nor duplicates.';
comment on column catalogue.catalogue_id is 'Made once for each database: a revision number alone does not say of which catalogue, and caches must not mix two.';
comment on column catalogue.index_build is 'Build of the program that filled the filter tables; another build fills them anew at its start.';

insert into catalogue default values;

create table record_version (
    version_id  bigint generated always as identity,
    kind        text    not null,
    record_id   text    not null,
    version     integer not null,
    valid_from  bigint  not null,
    valid_until bigint  not null default 9223372036854775807,
    document    json    not null,
    digest      bytea   not null,
    constraint record_version_pkey primary key (version_id),
    constraint record_version_kind_is_known check (kind in ('study', 'claim', 'vocabulary')),
    constraint record_version_counts_from_one check (version > 0),
    constraint record_version_holds_for_a_revision check (valid_from < valid_until),
    constraint record_version_revision_exists foreign key (valid_from) references revision (number),
    constraint record_version_number_is_unique unique (kind, record_id, version)
);
comment on table record_version is 'The truth: every version of every record, as the bytes that are served.';
comment on column record_version.valid_until is 'First revision that the version no longer holds for; the largest bigint while it is the newest.';
comment on column record_version.document is 'json, not jsonb: it keeps the bytes, the order of members and the digits of numbers (8.0 stays 8.0).';
comment on column record_version.digest is 'SHA-256 of the document.';

create unique index record_version_one_newest
    on record_version (kind, record_id)
    where valid_until = 9223372036854775807;
create index record_version_validity on record_version (kind, valid_from, valid_until);

create table catalogue_file (
    kind      text  not null,
    record_id text  not null,
    digest    bytea not null,
    constraint catalogue_file_pkey primary key (kind, record_id)
);
comment on table catalogue_file is 'What db/catalogue last said of a record. A start loads only what the files changed since, so it never undoes a curator''s edit.';
