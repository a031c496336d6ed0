-- Cases across sources, with variables, and what belongs to each case. A case keeps its values
-- in one column: they are always read whole, and a survey has a million of them.

-- +goose Up
CREATE TABLE variables (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL, -- the name as it is compared
  label TEXT NOT NULL,
  sort TEXT NOT NULL,
  unit TEXT NOT NULL,
  options TEXT NOT NULL, -- JSON array of {value, label}, in order
  missing TEXT NOT NULL, -- JSON array of texts
  "of" TEXT NOT NULL,
  position BIGINT NOT NULL,
  created_by TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, folded)
);

CREATE TABLE cases (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  sort TEXT NOT NULL,
  "key" TEXT NOT NULL, -- may be empty
  folded TEXT NOT NULL, -- the key as it is compared
  firm_id TEXT,
  "values" TEXT NOT NULL, -- JSON object by the last eight letters of a variable's id
  created_by TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (project_id, id),
  FOREIGN KEY (project_id, firm_id) REFERENCES cases (project_id, id)
);
CREATE UNIQUE INDEX cases_by_key ON cases (project_id, folded) WHERE folded <> '';
CREATE INDEX cases_by_firm ON cases (project_id, firm_id);

-- What belongs to a case. Of target_id, speaker_id and passage_id repeat the one that it is.
CREATE TABLE ties (
  project_id TEXT NOT NULL,
  id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  target_kind TEXT NOT NULL,
  target_id TEXT NOT NULL,
  source_id TEXT NOT NULL,
  speaker_id TEXT,
  passage_id TEXT,
  refused BOOLEAN NOT NULL,
  created_by TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, case_id, target_id),
  FOREIGN KEY (project_id, case_id) REFERENCES cases (project_id, id),
  FOREIGN KEY (project_id, source_id) REFERENCES sources (project_id, id),
  FOREIGN KEY (project_id, speaker_id) REFERENCES speakers (project_id, id),
  FOREIGN KEY (project_id, passage_id) REFERENCES passages (project_id, id)
);
CREATE INDEX ties_by_source ON ties (project_id, source_id);
CREATE INDEX ties_by_target ON ties (project_id, target_id);
CREATE INDEX ties_by_speaker ON ties (project_id, speaker_id);
CREATE INDEX ties_by_passage ON ties (project_id, passage_id);

-- The changes of an entry that touches thousands of records, a row each, so that reading the
-- journal doesn't read them all. The entry itself says how many there are.
ALTER TABLE journal ADD COLUMN aside TEXT NOT NULL DEFAULT ''; -- JSON array of {kind, made, changed, removed}; empty for most

CREATE TABLE journal_asides (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  seq BIGINT NOT NULL,
  place BIGINT NOT NULL, -- among all changes of the entry, from 0
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  before TEXT NOT NULL, -- JSON, empty when the record was made
  after TEXT NOT NULL, -- JSON, empty when it was removed
  PRIMARY KEY (project_id, seq, place)
);
CREATE INDEX journal_asides_by_record ON journal_asides (project_id, record_id, seq);

-- +goose Down
SELECT 'Selvedge migrates forward only';
