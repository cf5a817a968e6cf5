/** How to start Nexus' own PostgreSQL. */
export interface PostgresOptions {
  /** The data directory of this Nexus (absolute). The cluster lives in it, or is named by it. */
  readonly dataDir: string;
  /** The port to listen on. By default the one of last time, or a free one. */
  readonly port?: number;
  /** Hears what happens, one sentence at a time. */
  readonly log?: (message: string) => void;
  /** Server settings that override ours, e.g. `{ fsync: 'off' }` in tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A PostgreSQL that runs, and is restarted by itself when it dies, until `stop()`. */
export interface RunningPostgres {
  /** The administrator's connection URL (database `postgres`). It stays the same after a restart. */
  readonly adminUrl: string;
  readonly port: number;
  /** e.g. `18.4` */
  readonly version: string;
  /** Where the cluster's files really are. */
  readonly clusterDir: string;
  /** The postmaster's process id; it changes when the server is restarted. */
  readonly pid: () => number | undefined;
  /** Shuts the server down in order (open transactions are rolled back) and releases the lock. */
  readonly stop: () => Promise<void>;
}

/** Connection URLs of one database, one for each of the three roles that Nexus knows. */
export interface DatabaseUrls {
  /** Owns the schema: migrations only. */
  readonly owner: string;
  /** `nexus_app`: everything at run time, under row-level security. */
  readonly app: string;
  /** `nexus_log`: reads the event log across tenants, nothing else. */
  readonly log: string;
}
