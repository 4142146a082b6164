-- A release is a revision with a name under which it is cited.

create table release (
    name       text        not null,
    revision   bigint      not null,
    notes      text        not null,
    checksum   bytea       not null,
    records    integer     not null,
    created_at timestamptz not null,
    created_by text        not null,
    constraint release_pkey primary key (name),
    constraint release_revision_exists foreign key (revision) references revision (number),
    constraint release_name_is_a_month check (name ~ '^[0-9]{4}\.(0[1-9]|1[0-2])(\.[1-9][0-9]{0,2})?$'),
    constraint release_notes_are_given check (notes <> '')
);
comment on table release is 'Named revisions. A release is never changed, and its name never given again: papers cite it.';
comment on column release.checksum is 'SHA-256 over a line "kind id digest" of every record valid at the revision, in the order of their bytes.';
comment on column release.records is 'Number of those lines.';
