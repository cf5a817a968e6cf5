import type { Logger } from 'pino';
import type { Counter } from 'prom-client';
import type { Refusal } from '../plugin.js';
import { AutomaticOperations } from './automatic.js';
import { ManifestFiles } from './manifest-files.js';
import type {
  PersistedOperationsConfig,
  PersistedRequest,
  Resolution,
  TrustedDocument,
} from './persisted-operations.types.js';
import {
  idAndText,
  idRequired,
  noOperation,
  notInList,
  notSupported,
  textNotInList,
} from './refusals.js';
import type { TrustedList } from './trusted-list.js';
import { UnlistedOperations } from './unlisted-operations.js';

export interface PersistedOperationsParts {
  readonly log: Logger;
  readonly outcomes: Counter<'outcome'>;
}

export type OpenedPersistedOperations =
  | { readonly ok: true; readonly operations: PersistedOperations | undefined }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the manifests; says what is wrong with them, or with a configuration that would protect nothing. */
export async function openPersistedOperations<P>(
  config: PersistedOperationsConfig<P> | undefined,
  parts: PersistedOperationsParts,
): Promise<OpenedPersistedOperations> {
  if (!config) return { ok: true, operations: undefined };
  if (config.automatic && config.enforcement === 'require') {
    const problem =
      'Persisted operations: what clients register (`automatic`) cannot go with `enforcement: "require"`.';
    return { ok: false, problems: [problem] };
  }
  const files = new ManifestFiles(config.manifests ?? [], parts.log);
  const loaded = await files.load();
  if (!loaded.ok) return loaded;
  // The principal's type is the host's own affair: nothing here looks into it.
  const options = config as PersistedOperationsConfig;
  return { ok: true, operations: new PersistedOperations(options, parts, files, loaded.list) };
}

/** Turns what a client sent, an id or a text, into what is to be read; or refuses it. */
export class PersistedOperations {
  readonly #automatic: AutomaticOperations | undefined;
  readonly #unlisted: UnlistedOperations;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: PersistedOperationsConfig,
    private readonly parts: PersistedOperationsParts,
    private readonly files: ManifestFiles,
    private list: TrustedList,
  ) {
    this.#automatic = config.automatic && new AutomaticOperations(config.automatic, parts.log);
    this.#unlisted = new UnlistedOperations(parts.log);
  }

  /** The trusted operations in force. */
  get documents(): readonly TrustedDocument[] {
    return this.list.entries.map(({ trusted }) => trusted);
  }

  async resolve(request: PersistedRequest): Promise<Resolution> {
    const { clientOf } = this.config;
    const client = clientOf ? clientOf(request) : request.clientName;
    const named = request.id === undefined ? fromText(request) : await this.#byId(request, client);
    const resolution = this.#enforce(named, request, client);
    this.parts.outcomes.inc({ outcome: resolution.kind });
    return resolution;
  }

  /** Looks at the manifests' files from time to time; `changed` is called when another list came into force. */
  watch(changed: () => void | Promise<void>): void {
    const { reloadMs = 5_000, manifests = [] } = this.config;
    if (reloadMs === 0 || !manifests.some((source) => 'file' in source)) return;
    this.#timer = setInterval(() => {
      this.refresh()
        .then((other) => (other ? changed() : undefined))
        .catch((error) => this.parts.log.error({ err: error }, 'persisted operations not read'));
    }, reloadMs);
    this.#timer.unref();
  }

  /** Takes changed manifests into force. Broken ones are reported, and the former list goes on. */
  async refresh(): Promise<boolean> {
    const loaded = await this.files.reload();
    if (!loaded) return false;
    this.list = loaded;
    return true;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.config.automatic?.close();
  }

  #byId(
    { id = '', source }: PersistedRequest,
    client: string | undefined,
  ): Resolution | Promise<Resolution> {
    const trusted = this.list.byId(id, client);
    if (trusted && (source === undefined || source === trusted.text)) {
      return { kind: 'trusted', trusted };
    }
    if (this.#automatic) {
      return source === undefined ? this.#automatic.find(id) : this.#automatic.register(id, source);
    }
    if (!this.config.manifests) return refused(notSupported());
    return refused(source === undefined ? notInList() : idAndText());
  }

  #enforce(
    resolution: Resolution,
    request: PersistedRequest,
    client: string | undefined,
  ): Resolution {
    const { enforcement = 'off', accept, exempt } = this.config;
    if (resolution.kind !== 'text' || enforcement === 'off') return resolution;
    const { text, keep } = resolution;
    const listed = this.list.byText(text, client);
    if (listed && !(enforcement === 'require' && accept === 'id')) {
      keep?.();
      return { kind: 'trusted', trusted: listed };
    }
    if (exempt?.(request.caller)) return resolution;
    this.parts.outcomes.inc({ outcome: 'unlisted' });
    this.#unlisted.report(text, request, client);
    if (enforcement === 'log') return resolution;
    return refused(accept === 'id' ? idRequired() : textNotInList());
  }
}

function fromText({ source }: PersistedRequest): Resolution {
  return source === undefined ? refused(noOperation()) : { kind: 'text', text: source };
}

function refused(refusal: Refusal): Resolution {
  return { kind: 'refused', refusal };
}
