-- Rows of one source or case are asked for in an order. Where an index doesn't have that order,
-- SQLite goes through all rows of the project by the primary key, which does.

-- +goose Up
DROP INDEX speakers_by_source;
CREATE INDEX speakers_by_source ON speakers (project_id, source_id, id);
DROP INDEX codings_by_source;
CREATE INDEX codings_by_source ON codings (project_id, source_id, id);
DROP INDEX responses_by_case;
CREATE INDEX responses_by_case ON responses (project_id, case_id, survey_id, position);

-- +goose Down
SELECT 'Selvedge migrates forward only';
