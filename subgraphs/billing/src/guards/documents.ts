import { createHash } from 'node:crypto';
import { servicePrincipal, type TenantId } from '@nexus/kit/domain';
import { createContext, type WriteSession, write } from '@nexus/kit/events';
import type { SubgraphRuntime } from '@nexus/kit/graph';
import { documentLinks } from './ports.js';

export interface StoredDocument {
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** Keeps a rendered document. One that is there already stays as it is: the same bytes ever after. */
export async function storeDocument(
  tx: WriteSession,
  document: { id: string; clientId: string; fileName: string; bytes: Uint8Array },
): Promise<void> {
  const { id, clientId, fileName, bytes } = document;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await tx.sql(
    `INSERT INTO billing.document (tenant_id, id, client_id, file_name, sha256, bytes, rendered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (tenant_id, id) DO NOTHING`,
    [tx.ctx.tenantId, id, clientId, fileName, sha256, bytes, tx.ctx.now],
  );
}

/**
 * The document behind the last part of a signed link; undefined where the link is forged, expired or the
 * document gone. For the host's route `GET <baseUrl>/:token`.
 */
export async function openDocument(
  runtime: SubgraphRuntime,
  token: string,
): Promise<StoredDocument | undefined> {
  const { kernel, adapters } = runtime;
  const grant = adapters.get(documentLinks).open(token, kernel.clock.now());
  if (!grant) return undefined;
  const principal = servicePrincipal('billing', grant.tenantId as TenantId);
  const ctx = createContext(kernel, principal, { requestId: 'document' });
  const { result } = await write(kernel, ctx, (tx) =>
    tx.sql<{ file_name: string; sha256: string; bytes: Buffer }>(
      'SELECT file_name, sha256, bytes FROM billing.document WHERE id = $1',
      [grant.documentId],
    ),
  );
  const [row] = result;
  return row && { fileName: row.file_name, sha256: row.sha256, bytes: row.bytes };
}
