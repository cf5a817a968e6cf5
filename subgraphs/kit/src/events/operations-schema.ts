/**
 * What the audit trail looks entries up by. Each index ends with the trail's order, newest first, so that a page of any
 * filter costs what the page shows. `object` is the id in the stream's name: of what the events of the stream happen to.
 */
export const AUDIT_INDEXES = `
  ALTER TABLE kit.event ADD COLUMN object text COLLATE "C"
    GENERATED ALWAYS AS (substring(stream from '[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}')) STORED;
  CREATE INDEX event_by_time ON kit.event (tenant_id, occurred_at, position);
  CREATE INDEX event_by_actor ON kit.event (tenant_id, actor_id, occurred_at, position);
  CREATE INDEX event_by_object ON kit.event (tenant_id, object, occurred_at, position);
  CREATE INDEX event_by_type ON kit.event (tenant_id, type, occurred_at, position);`;

/** What came of one wish is found together: a request and its reactions share a correlation id. */
export const CORRELATION_INDEX = `
  CREATE INDEX event_by_correlation ON kit.event (tenant_id, correlation_id, occurred_at, position);`;

/** What consumers and jobs leave behind of their troubles, so that any process can tell how they do. */
export const HEALTH_COLUMNS = (appRole: string) => `
  ALTER TABLE kit.consumer
    ADD COLUMN last_error_at timestamptz,
    ADD COLUMN last_error_tenant uuid,
    ADD COLUMN retrying boolean NOT NULL DEFAULT false;
  ALTER TABLE kit.parked_event
    ADD COLUMN id uuid NOT NULL DEFAULT uuidv7(),
    ADD CONSTRAINT parked_event_id UNIQUE (tenant_id, id);
  CREATE INDEX parked_event_time ON kit.parked_event (tenant_id, parked_at, id);
  CREATE TABLE kit.job (
    name text COLLATE "C" PRIMARY KEY,
    started_at timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    failing boolean NOT NULL,
    last_error text,
    last_error_at timestamptz
  );
  GRANT SELECT, INSERT, UPDATE ON kit.job TO ${appRole};`;
