import { PROCESS_MIGRATION } from '../process/process-schema.js';
import { AUDIT_INDEXES, CORRELATION_INDEX, HEALTH_COLUMNS } from './operations-schema.js';

/** Roles that the host creates: what serves requests, and what reads the log across tenants. Neither bypasses policies. */
export const APP_ROLE = 'nexus_app';
export const LOG_ROLE = 'nexus_log';

/** One step of a schema, run once, in order, in a transaction of its own. */
export interface Migration {
  /** `<schema>/<number>-<what>`; recorded in `kit.migration`. */
  readonly id: string;
  readonly sql: string;
}

/** The comparison every policy makes; wrapped in a sub-select so that it is computed once per statement. */
export const CURRENT_TENANT = `(select current_setting('app.tenant')::uuid)`;

/** Row-level security for a table with `tenant_id`: enabled, forced upon the owner too, one policy for all commands. */
export function tenantPolicy(table: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY tenant ON ${table} USING (tenant_id = ${CURRENT_TENANT});`;
}

export const kitMigrations: readonly Migration[] = [
  {
    id: 'kit/001-log',
    sql: `
      CREATE TABLE kit.event (
        epoch integer NOT NULL,
        xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
        position bigint GENERATED ALWAYS AS IDENTITY,
        id uuid NOT NULL,
        tenant_id uuid NOT NULL,
        stream text COLLATE "C" NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        type text COLLATE "C" NOT NULL,
        type_version integer NOT NULL,
        data jsonb NOT NULL,
        sealed bytea,
        occurred_at timestamptz NOT NULL,
        actor_type text NOT NULL CHECK (actor_type IN ('user', 'service', 'anonymous')),
        actor_id text NOT NULL,
        correlation_id text NOT NULL,
        causation_id text,
        CONSTRAINT event_pkey PRIMARY KEY (tenant_id, stream, version)
      );
      CREATE TABLE kit.log_epoch (
        epoch integer PRIMARY KEY,
        system_identifier bigint NOT NULL,
        since timestamptz NOT NULL
      );
      GRANT SELECT ON kit.log_epoch TO ${APP_ROLE}, ${LOG_ROLE};
      CREATE UNIQUE INDEX event_order ON kit.event (epoch, xid, position);
      CREATE INDEX event_tenant_order ON kit.event (tenant_id, epoch, xid, position);
      ${tenantPolicy('kit.event')}
      CREATE POLICY log ON kit.event FOR SELECT TO ${LOG_ROLE} USING (true);
      GRANT SELECT, INSERT ON kit.event TO ${APP_ROLE};
      GRANT SELECT ON kit.event TO ${LOG_ROLE};

      CREATE TABLE kit.snapshot (
        tenant_id uuid NOT NULL,
        stream text COLLATE "C" NOT NULL,
        version integer NOT NULL,
        state jsonb NOT NULL,
        PRIMARY KEY (tenant_id, stream)
      );
      ${tenantPolicy('kit.snapshot')}
      GRANT SELECT, INSERT, UPDATE, DELETE ON kit.snapshot TO ${APP_ROLE};

      CREATE TABLE kit.subject_key (
        tenant_id uuid NOT NULL,
        subject text COLLATE "C" NOT NULL,
        wrapped bytea,
        created_at timestamptz NOT NULL,
        erased_at timestamptz,
        PRIMARY KEY (tenant_id, subject),
        CHECK ((wrapped IS NULL) = (erased_at IS NOT NULL))
      );
      ${tenantPolicy('kit.subject_key')}
      CREATE POLICY log ON kit.subject_key FOR SELECT TO ${LOG_ROLE} USING (true);
      GRANT SELECT, INSERT, UPDATE ON kit.subject_key TO ${APP_ROLE};
      GRANT SELECT ON kit.subject_key TO ${LOG_ROLE};

      CREATE TABLE kit.idempotency (
        tenant_id uuid NOT NULL,
        subject text COLLATE "C" NOT NULL,
        key text COLLATE "C" NOT NULL,
        operation text NOT NULL,
        input_hash text NOT NULL,
        status text NOT NULL CHECK (status IN ('IN_PROGRESS', 'DONE')),
        outcome jsonb,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, subject, key)
      );
      CREATE INDEX idempotency_age ON kit.idempotency (tenant_id, created_at);
      ${tenantPolicy('kit.idempotency')}
      GRANT SELECT, INSERT, UPDATE, DELETE ON kit.idempotency TO ${APP_ROLE};

      CREATE TABLE kit.tenant (
        tenant_id uuid PRIMARY KEY,
        time_zone text NOT NULL,
        locale text NOT NULL,
        currency text NOT NULL,
        country text NOT NULL
      );
      ${tenantPolicy('kit.tenant')}
      CREATE POLICY log ON kit.tenant FOR SELECT TO ${LOG_ROLE} USING (true);
      GRANT SELECT, INSERT, UPDATE ON kit.tenant TO ${APP_ROLE};
      GRANT SELECT ON kit.tenant TO ${LOG_ROLE};

      CREATE TABLE kit.reservation (
        tenant_id uuid NOT NULL,
        kind text COLLATE "C" NOT NULL,
        value text COLLATE "C" NOT NULL,
        owner text COLLATE "C" NOT NULL,
        PRIMARY KEY (tenant_id, kind, value)
      );
      CREATE INDEX reservation_owner ON kit.reservation (tenant_id, kind, owner);
      ${tenantPolicy('kit.reservation')}
      GRANT SELECT, INSERT, DELETE ON kit.reservation TO ${APP_ROLE};`,
  },
  {
    id: 'kit/002-consumers',
    sql: `
      CREATE TABLE kit.consumer (
        name text COLLATE "C" NOT NULL,
        partition integer NOT NULL,
        epoch integer NOT NULL,
        xid xid8 NOT NULL,
        position bigint NOT NULL,
        updated_at timestamptz NOT NULL,
        last_error text,
        PRIMARY KEY (name, partition)
      );
      GRANT SELECT, INSERT, UPDATE ON kit.consumer TO ${APP_ROLE};
      GRANT SELECT ON kit.consumer TO ${LOG_ROLE};

      CREATE TABLE kit.parked_event (
        tenant_id uuid NOT NULL,
        consumer text COLLATE "C" NOT NULL,
        stream text COLLATE "C" NOT NULL,
        version integer NOT NULL,
        type text NOT NULL,
        error text NOT NULL,
        attempts integer NOT NULL,
        parked_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, consumer, stream, version)
      );
      ${tenantPolicy('kit.parked_event')}
      CREATE POLICY log ON kit.parked_event FOR SELECT TO ${LOG_ROLE} USING (true);
      GRANT SELECT, INSERT, UPDATE, DELETE ON kit.parked_event TO ${APP_ROLE};
      GRANT SELECT ON kit.parked_event TO ${LOG_ROLE};

      CREATE TABLE kit.projection (
        name text COLLATE "C" PRIMARY KEY,
        definition text NOT NULL,
        rebuilt_at timestamptz
      );
      GRANT SELECT ON kit.projection TO ${APP_ROLE}, ${LOG_ROLE};`,
  },
  { id: 'kit/003-processes', sql: PROCESS_MIGRATION },
  {
    // Answers may hold personal data: they are kept sealed, in no older form.
    id: 'kit/004-sealed-outcomes',
    sql: `
      DELETE FROM kit.idempotency;
      ALTER TABLE kit.idempotency DROP COLUMN outcome, ADD COLUMN outcome bytea;`,
  },
  { id: 'kit/005-audit', sql: AUDIT_INDEXES },
  { id: 'kit/006-health', sql: HEALTH_COLUMNS(APP_ROLE) },
  { id: 'kit/007-correlation', sql: CORRELATION_INDEX },
];
