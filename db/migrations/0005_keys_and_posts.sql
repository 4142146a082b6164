-- Who may write, and what was answered to a request that may come twice.

create table api_key (
    key_id     text        not null,
    name       text        not null,
    role       text        not null,
    digest     bytea       not null,
    created_at timestamptz not null,
    created_by text        not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    constraint api_key_pkey primary key (key_id),
    constraint api_key_name_is_given check (name <> ''),
    constraint api_key_role_is_known check (role in ('curator', 'admin'))
);
comment on table api_key is 'Keys of curators and admins. A key is shown once, when it is made; what is kept cannot be turned back into it.';
comment on column api_key.key_id is 'The part of the key by which it is found; no secret.';
comment on column api_key.digest is 'SHA-256 of the secret part: 256 random bits, so that no slower hash is needed.';
comment on column api_key.expires_at is 'From then on the key is refused; null: it does not expire.';

create table idempotent_answer (
    actor          text        not null,
    operation      text        not null,
    key_digest     bytea       not null,
    request_digest bytea       not null,
    answer         bytea       not null,
    expires_at     timestamptz not null,
    constraint idempotent_answer_pkey primary key (actor, operation, key_digest)
);
comment on table idempotent_answer is 'The first answer to each POST that had an Idempotency-Key, written in the transaction of what it did.';
comment on column idempotent_answer.key_digest is 'SHA-256 of the Idempotency-Key.';
comment on column idempotent_answer.request_digest is 'SHA-256 of the body: the same key with another body is refused.';
comment on column idempotent_answer.answer is 'Encrypted with the Idempotency-Key, of which only the digest is kept: an answer may hold a new key.';

create index idempotent_answer_expiry on idempotent_answer (expires_at);
