-- How many words each revision brought and took, against the text it was made of. NULL for the
-- first of a source, and for those made before this was kept.

-- +goose Up
ALTER TABLE revisions ADD COLUMN added BIGINT;
ALTER TABLE revisions ADD COLUMN removed BIGINT;

-- +goose Down
SELECT 'Selvedge migrates forward only';
