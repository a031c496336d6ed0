-- What the interview guide of a strand asks about: a code that nobody was asked about and nobody
-- spoke of is told from one that they were asked about.

-- +goose Up
ALTER TABLE strands ADD COLUMN asked TEXT NOT NULL DEFAULT '[]'; -- JSON array of ids of codes

-- +goose Down
SELECT 'Selvedge migrates forward only';
