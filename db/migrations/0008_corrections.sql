-- What readers report, and what curators make of it. Neither is part of the catalogue's revisions: only a correction that was accepted
-- makes one. Rows are added and never changed; the last decision says how a correction stands.

create table correction (
    correction_id text        not null,
    study_id      text        not null,
    pointer       text        not null,
    seen_revision bigint      not null,
    seen          json,
    proposed      json,
    source        text        not null,
    note          text,
    reported_at   timestamptz not null,
    constraint correction_pkey primary key (correction_id),
    constraint correction_seen_revision_exists foreign key (seen_revision) references revision (number),
    constraint correction_changes_something check (seen is not null or proposed is not null),
    constraint correction_source_is_given check (source <> '')
);
comment on table correction is 'An error that somebody reported; shown to all.';
comment on column correction.correction_id is 'Random, so that nobody can count the others from it.';
comment on column correction.pointer is 'Place in the document of the study (RFC 6901).';
comment on column correction.seen_revision is 'Revision of the catalogue that the reporter read.';
comment on column correction.seen is 'Value at the place in that revision; null: there was none.';
comment on column correction.proposed is 'Value that should stand there; null: none should.';

create index correction_newest on correction (reported_at desc, correction_id);

create table correction_contact (
    correction_id text not null,
    contact       text not null,
    constraint correction_contact_pkey primary key (correction_id),
    constraint correction_contact_is_of_a_correction foreign key (correction_id) references correction (correction_id)
);
comment on table correction_contact is 'How to reach who reported it, for curators alone: apart from the correction, so that no query of what is public can show it.';

create table correction_decision (
    correction_id text        not null,
    number        integer     not null,
    decision      text        not null,
    reason        text,
    decided_at    timestamptz not null,
    decided_by    text        not null,
    constraint correction_decision_pkey primary key (correction_id, number),
    constraint correction_decision_is_of_a_correction foreign key (correction_id) references correction (correction_id),
    constraint correction_decision_is_known check (decision in ('accept', 'decline', 'ask')),
    constraint correction_decision_gives_its_reason check (decision = 'accept' or reason <> '')
);
comment on table correction_decision is 'What a curator decided, or asked; questions may come before the one that ends it.';
comment on column correction_decision.reason is 'Why, or of ask the question; shown to all.';

create unique index correction_decision_ends_once on correction_decision (correction_id) where decision in ('accept', 'decline');

create view correction_status as
select c.correction_id,
       coalesce((select case d.decision when 'accept' then 'accepted' when 'decline' then 'declined' else 'asked' end
                 from correction_decision d
                 where d.correction_id = c.correction_id
                 order by d.number desc
                 limit 1), 'open') as status
from correction c;
comment on view correction_status is 'How each correction stands, in the terms of correction-status.';

alter table revision add column correction_id text;
alter table revision add constraint revision_correction_exists foreign key (correction_id) references correction (correction_id);
create unique index revision_of_a_correction on revision (correction_id) where correction_id is not null;
comment on column revision.correction_id is 'The correction that it carried out; null where it came otherwise.';
