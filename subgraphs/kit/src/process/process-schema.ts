/** Step of the kit's schema; runs as the owner. The names of the roles are the kit's. */
export const PROCESS_MIGRATION = `
  CREATE TABLE kit.process (
    tenant_id uuid NOT NULL,
    name text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    state jsonb NOT NULL,
    status text NOT NULL CHECK (status IN ('RUNNING', 'DONE', 'COMPENSATED')),
    performed jsonb NOT NULL,
    correlation_id text NOT NULL,
    version integer NOT NULL,
    started_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, name, key)
  );
  ALTER TABLE kit.process ENABLE ROW LEVEL SECURITY;
  ALTER TABLE kit.process FORCE ROW LEVEL SECURITY;
  CREATE POLICY tenant ON kit.process
    USING (tenant_id = (select current_setting('app.tenant')::uuid));
  CREATE POLICY log ON kit.process FOR SELECT TO nexus_log USING (true);
  GRANT SELECT, INSERT, UPDATE ON kit.process TO nexus_app;
  GRANT SELECT (tenant_id, name, key, correlation_id) ON kit.process TO nexus_log;

  CREATE TABLE kit.process_timeout (
    tenant_id uuid NOT NULL,
    name text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    timeout text COLLATE "C" NOT NULL,
    due_at timestamptz NOT NULL,
    next_try_at timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    last_error text,
    PRIMARY KEY (tenant_id, name, key, timeout),
    FOREIGN KEY (tenant_id, name, key) REFERENCES kit.process (tenant_id, name, key)
  );
  CREATE INDEX process_timeout_due ON kit.process_timeout (next_try_at) WHERE next_try_at IS NOT NULL;
  ALTER TABLE kit.process_timeout ENABLE ROW LEVEL SECURITY;
  ALTER TABLE kit.process_timeout FORCE ROW LEVEL SECURITY;
  CREATE POLICY tenant ON kit.process_timeout
    USING (tenant_id = (select current_setting('app.tenant')::uuid));
  CREATE POLICY log ON kit.process_timeout FOR SELECT TO nexus_log USING (true);
  GRANT SELECT, INSERT, UPDATE, DELETE ON kit.process_timeout TO nexus_app;
  GRANT SELECT ON kit.process_timeout TO nexus_log;`;
