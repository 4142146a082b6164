-- Contrasts of two arms, ready to be sent and pooled: what /v1/effects lists and /v1/meta-analysis chooses from.

create table effect (
    version_id      bigint   not null,
    ordinal         smallint not null,
    outcome_id      text     not null,
    arm_id          text     not null,
    versus_arm_id   text     not null,
    measure         text     not null,
    is_computed     boolean  not null,
    term            text,
    subgroup        text,
    administrations integer,
    row             json     not null,
    constraint effect_pkey primary key (version_id, ordinal),
    constraint effect_stands_once unique (version_id, outcome_id, arm_id, versus_arm_id, measure),
    constraint effect_has_two_arms check (arm_id <> versus_arm_id),
    constraint effect_outcome_exists foreign key (version_id, outcome_id) references outcome (version_id, outcome_id) on delete cascade,
    constraint effect_arm_exists foreign key (version_id, arm_id) references arm (version_id, arm_id) on delete cascade,
    constraint effect_versus_exists foreign key (version_id, versus_arm_id) references arm (version_id, arm_id) on delete cascade
);
comment on table effect is 'One row a pair of arms of an outcome, in one measure.';
comment on column effect.is_computed is 'Whether the row has yi and vi; one without says why.';
comment on column effect.term is 'The outcome''s term in lower case: an adverse event, or the definition of response or remission.';
comment on column effect.administrations is 'Number of administrations in the first arm.';
comment on column effect.row is 'The row of GET /v1/effects, ready to be sent.';
