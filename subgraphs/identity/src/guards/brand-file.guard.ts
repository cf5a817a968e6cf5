import { createHash } from 'node:crypto';
import { decodeId, type TenantId } from '@nexus/kit/domain';
import type { Kernel, SqlRunner, WriteSession } from '@nexus/kit/events';
import { guardTable, ReadSession } from '@nexus/kit/read';
import type { BrandImage } from '../../events.d.ts';

/** Logos by the hash of their bytes: the log names them and stays small. Whoever sees the tenant sees its logo. */
export const brandFileTable = guardTable({
  schema: 'identity',
  name: 'brand_file',
  columns: `
    id text COLLATE "C" NOT NULL,
    media_type text NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp')),
    bytes bytea NOT NULL CHECK (length(bytes) <= 262144),
    stored_at timestamptz NOT NULL`,
});

/** Keeps the bytes of an image that was checked; the same bytes are kept once. */
export async function storeBrandFile(
  tx: WriteSession,
  bytes: Buffer,
  picture: Omit<BrandImage, 'hash'>,
): Promise<BrandImage> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  await tx.sql(
    `INSERT INTO identity.brand_file (tenant_id, id, media_type, bytes, stored_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (tenant_id, id) DO UPDATE SET stored_at = EXCLUDED.stored_at`,
    [tx.ctx.tenantId, hash, picture.mediaType, bytes, tx.ctx.now],
  );
  return { hash, ...picture };
}

/** Forgets images of the tenant that nothing names any more, once no open page can show them: after 30 days. */
export async function sweepBrandFiles(
  tx: SqlRunner,
  named: readonly string[],
  now: Date,
): Promise<void> {
  await tx.sql('DELETE FROM identity.brand_file WHERE stored_at < $1 AND id <> ALL ($2)', [
    new Date(now.getTime() - 30 * 86_400_000),
    [...named],
  ]);
}

export interface BrandFile {
  readonly mediaType: BrandImage['mediaType'];
  readonly bytes: Buffer;
}

const EXTENSIONS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' } as const;

/** Where hosts serve logos: below it `<tenant>/<hash>.<extension>`, for everybody, for ever the same. */
export const BRAND_PATH = '/brand';

/** Where a logo of a tenant (`ten_…`) lies, from the origin of the graph. */
export function brandFilePath(tenantId: string, { hash, mediaType }: BrandImage): string {
  return `${BRAND_PATH}/${tenantId}/${hash}.${EXTENSIONS[mediaType]}`;
}

/** The image of such a path, for whoever asks; undefined where there is none. */
export async function openBrandFile(
  { kernel }: { readonly kernel: Kernel },
  tenant: string,
  file: string,
): Promise<BrandFile | undefined> {
  const id = decodeId(tenant);
  const [, hash, extension] = /^([0-9a-f]{64})\.(png|jpg|webp)$/.exec(file) ?? [];
  if (id?.entity !== 'Tenant' || !hash) return undefined;
  const read = new ReadSession(kernel, { tenantId: id.uuid as TenantId, clientId: null });
  try {
    const [found] = await read.sql<BrandFile>(
      'SELECT media_type AS "mediaType", bytes FROM identity.brand_file WHERE id = $1',
      [hash],
    );
    return found && EXTENSIONS[found.mediaType] === extension ? found : undefined;
  } finally {
    await read.close();
  }
}
