-- Reports that a team builds of parts and keeps under a name.

-- +goose Up
CREATE TABLE reports (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  parts TEXT NOT NULL, -- JSON array, in order
  created_by TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (project_id, id)
);

-- +goose Down
SELECT 'Selvedge migrates forward only';
