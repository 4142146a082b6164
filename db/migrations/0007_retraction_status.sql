-- Retraction status of a study's reports: a filter, and a warning on every list that the study is in.

alter table study add column retraction_status text;
alter table study add column warning json;
comment on column study.retraction_status is 'Worst retraction status of the reports; none only where all were checked (see RetractionStatus.cs). Null: unchecked.';
comment on column study.warning is 'The warning of a retracted report or an expression of concern, ready to be sent. Null: nothing to warn of.';

-- Every list asks for the warnings of its whole selection; where no study has one, that costs nothing.
create index study_warned on study (version_id) where warning is not null;
