-- The pages of a file, with the places of the words of its first text. They outlive the
-- removal of their source as its text does.

-- +goose Up
CREATE TABLE pages (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  source_id TEXT NOT NULL,
  number BIGINT NOT NULL, -- from 1
  width DOUBLE PRECISION NOT NULL, -- points
  height DOUBLE PRECISION NOT NULL,
  words TEXT NOT NULL, -- JSON array of [start, end, left, top, right, bottom], the places in tenths of points
  PRIMARY KEY (project_id, source_id, number)
);

-- +goose Down
SELECT 'Selvedge migrates forward only';
