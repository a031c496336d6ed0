-- Recordings: the audio or video that a source is the transcript of, one each.

-- +goose Up
CREATE TABLE recordings (
  project_id TEXT NOT NULL,
  id TEXT NOT NULL,
  source_id TEXT NOT NULL,
  blob TEXT NOT NULL,
  media TEXT NOT NULL,
  filename TEXT NOT NULL,
  size BIGINT NOT NULL, -- bytes
  created_by TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, source_id),
  FOREIGN KEY (project_id, source_id) REFERENCES sources (project_id, id)
);

-- +goose Down
SELECT 'Selvedge migrates forward only';
