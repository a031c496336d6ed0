-- Surveys, and a row for each who answered. A response keeps its answers in one column, as a
-- case keeps its values.

-- +goose Up
CREATE TABLE surveys (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  key_column TEXT NOT NULL, -- empty when respondents are numbered
  call_column TEXT NOT NULL, -- of their names; may be empty
  case_sort TEXT NOT NULL, -- empty when they are no cases
  weight TEXT NOT NULL,
  least BIGINT NOT NULL,
  strand_id TEXT,
  language TEXT NOT NULL,
  filename TEXT NOT NULL,
  sheet TEXT NOT NULL,
  header BIGINT NOT NULL,
  questions TEXT NOT NULL, -- JSON array, in order
  scales TEXT NOT NULL, -- JSON array, in order
  created_by TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (project_id, id),
  FOREIGN KEY (project_id, strand_id) REFERENCES strands (project_id, id)
);

CREATE TABLE responses (
  project_id TEXT NOT NULL,
  id TEXT NOT NULL,
  survey_id TEXT NOT NULL,
  case_id TEXT,
  "key" TEXT NOT NULL,
  folded TEXT NOT NULL, -- the key as it is compared
  name TEXT NOT NULL, -- may be empty
  "values" TEXT NOT NULL, -- JSON object by the ids of questions
  speakers TEXT NOT NULL, -- JSON object by the ids of open questions
  position BIGINT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, survey_id, folded),
  FOREIGN KEY (project_id, survey_id) REFERENCES surveys (project_id, id),
  FOREIGN KEY (project_id, case_id) REFERENCES cases (project_id, id)
);
CREATE INDEX responses_by_case ON responses (project_id, case_id);

-- +goose Down
SELECT 'Selvedge migrates forward only';
