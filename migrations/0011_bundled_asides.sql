-- A row of journal_asides holds up to two hundred changes of one kind, so that an import of
-- thousands of records doesn't write as many rows more: record_id the ids with a space between
-- them, before and after a record a line. A row of one change is as it was.

-- +goose Up
DROP INDEX journal_asides_by_record; -- which can't hold so many ids

-- +goose Down
SELECT 'Selvedge migrates forward only';
