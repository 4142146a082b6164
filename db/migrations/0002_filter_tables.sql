-- The index of record_version: what filters, sorts and lists need of a study's document. It is written in the transaction
-- that writes the document, from the same C# record, and can be rebuilt from the documents at any time.

create function fold(text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(normalize($1, nfd), '[\u0300-\u036f]', '', 'g');
comment on function fold(text) is 'The text without diacritics: Diaz finds Díaz.';

create table study (
    version_id             bigint   not null,
    study_id               text     not null,
    label                  text     not null,
    year                   smallint,
    enrolled               integer,
    design                 text     not null,
    masking                text     not null,
    status                 text     not null,
    setting                text     not null,
    funding                text     not null,
    countries              text[]   not null,
    conditions             text[]   not null,
    mechanisms             text[]   not null,
    treatment_resistant    boolean  not null,
    min_failed_trials      integer,
    population_suicidality text     not null,
    risk_of_bias           text,
    has_results            boolean  not null,
    search                 tsvector not null,
    row                    json     not null,
    constraint study_pkey primary key (version_id),
    constraint study_version_exists foreign key (version_id) references record_version (version_id) on delete cascade
);
comment on table study is 'One row a study version.';
comment on column study.year is 'Year of the primary report, else of the earliest report.';
comment on column study.risk_of_bias is 'Overall judgement; where the assessors gave none, what the domains imply (see OverallJudgement.cs). Null: not assessed.';
comment on column study.search is 'Title, names, summary, authors, journals, arms, outcome terms; diacritics folded.';
comment on column study.row is 'The row of GET /v1/studies, ready to be sent.';

create index study_search on study using gin (search);
create index study_by_id on study (study_id);

create table arm (
    version_id   bigint   not null,
    arm_id       text     not null,
    ordinal      smallint not null,
    role         text     not null,
    intervention text     not null,
    route        text     not null,
    dose         numeric,
    dose_max     numeric,
    dose_unit    text,
    constraint arm_pkey primary key (version_id, arm_id),
    constraint arm_study_exists foreign key (version_id) references study (version_id) on delete cascade
);
comment on table arm is 'One row an arm.';
comment on column arm.ordinal is 'Place in the record, from 0.';
comment on column arm.dose_max is 'Upper end of a flexible dose; equal to dose where the dose is fixed.';

create table outcome (
    version_id bigint   not null,
    outcome_id text     not null,
    ordinal    smallint not null,
    domain     text     not null,
    instrument text,
    time_hours numeric  not null,
    constraint outcome_pkey primary key (version_id, outcome_id),
    constraint outcome_study_exists foreign key (version_id) references study (version_id) on delete cascade
);
comment on table outcome is 'One row an outcome (a measure at a time).';

create table outcome_arm (
    version_id bigint   not null,
    outcome_id text     not null,
    arm_id     text     not null,
    row        json     not null,
    constraint outcome_arm_pkey primary key (version_id, outcome_id, arm_id),
    constraint outcome_arm_outcome_exists foreign key (version_id, outcome_id) references outcome (version_id, outcome_id) on delete cascade,
    constraint outcome_arm_arm_exists foreign key (version_id, arm_id) references arm (version_id, arm_id) on delete cascade
);
comment on table outcome_arm is 'One row an arm of an outcome, with figures or, where the source gives only the contrast, without.';
comment on column outcome_arm.row is 'The row of GET /v1/outcomes, ready to be sent.';

create table onset (
    version_id    bigint   not null,
    ordinal       smallint not null,
    arm_id        text     not null,
    versus_arm_id text,
    instrument    text,
    definition    text     not null,
    hours         numeric  not null,
    row           json     not null,
    constraint onset_pkey primary key (version_id, ordinal),
    constraint onset_arm_exists foreign key (version_id, arm_id) references arm (version_id, arm_id) on delete cascade,
    constraint onset_versus_exists foreign key (version_id, versus_arm_id) references arm (version_id, arm_id) on delete cascade
);
comment on table onset is 'One row a finding on how fast the effect came.';
comment on column onset.row is 'The row of GET /v1/onset, ready to be sent.';

create table risk_of_bias (
    version_id bigint   not null,
    ordinal    smallint not null,
    tool       text     not null,
    row        json     not null,
    constraint risk_of_bias_pkey primary key (version_id, ordinal),
    constraint risk_of_bias_study_exists foreign key (version_id) references study (version_id) on delete cascade
);
comment on table risk_of_bias is 'One row an assessment: of the study (ordinal 0), or of one of its results.';
comment on column risk_of_bias.row is 'The row of GET /v1/risk-of-bias, ready to be sent.';

create table identifier (
    version_id bigint not null,
    scheme     text   not null,
    value      text   not null,
    constraint identifier_pkey primary key (version_id, scheme, value),
    constraint identifier_scheme_is_known check (scheme in ('registration', 'doi', 'pmid', 'pmcid')),
    constraint identifier_study_exists foreign key (version_id) references study (version_id) on delete cascade
);
comment on table identifier is 'Every number by which a study or one of its reports is known elsewhere.';
comment on column identifier.value is 'Lower case, so that a look-up does not depend on how it was typed.';

create index identifier_value on identifier (value);
