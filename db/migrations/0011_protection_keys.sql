-- Keys that protect the cookies and forms of the pages.

create table protection_key (
    name    text not null,
    element text not null,
    constraint protection_key_pkey primary key (name),
    constraint protection_key_element_is_given check (element <> '')
);
comment on table protection_key is 'The key ring of ASP.NET Core''s data protection, shared by every process: one row a key or a revocation. Rows are added, never changed.';
comment on column protection_key.name is 'Name that data protection gives to the element: key- or revocation- and an identifier.';
comment on column protection_key.element is 'XML of the key, not encrypted: who reads it can make a cookie, but not the random bits of a session, of which curator_session has a digest.';

comment on column curator_session.digest is 'SHA-256 of the 256 random bits in the protected cookie: who reads the table cannot act as the curator.';
