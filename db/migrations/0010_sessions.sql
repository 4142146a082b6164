-- Curators who are signed in to the pages.

create table curator_session (
    digest     bytea       not null,
    key_id     text        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    constraint curator_session_pkey primary key (digest),
    constraint curator_session_key_exists foreign key (key_id) references api_key (key_id),
    constraint curator_session_ends_later check (expires_at > created_at)
);
comment on table curator_session is 'One row a browser in which a curator signed in. It holds as long as the key does, and no longer than its own time.';
comment on column curator_session.digest is 'SHA-256 of the 256 random bits in the cookie: who reads the table cannot act as the curator.';

create index curator_session_expiry on curator_session (expires_at);
