-- To count the codings of each code and their sources from the index alone.

-- +goose Up
DROP INDEX codings_by_code;
CREATE INDEX codings_by_code ON codings (project_id, code_id, source_id);

-- +goose Down
SELECT 'Selvedge migrates forward only';
