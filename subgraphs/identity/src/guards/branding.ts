import { encodeId, type Violation, violation } from '@nexus/kit/domain';
import { Refusal, type WriteSession } from '@nexus/kit/events';
import type { BrandImage } from '../../events.d.ts';
import { checkImage, MAX_IMAGE_BYTES } from '../domain/brand-image.js';
import { type BrandPatch, branding } from '../domain/branding.aggregate.js';
import { storeBrandFile, sweepBrandFiles } from './brand-file.guard.js';

export interface BrandChanges extends Omit<BrandPatch, 'logo' | 'darkLogo'> {
  /** Base64 of the bytes. */
  readonly logo?: string | null | undefined;
  readonly darkLogo?: string | null | undefined;
}
interface Expected {
  readonly expectedVersion?: number | null | undefined;
}

type Image = { readonly bytes: Buffer; readonly picture: Omit<BrandImage, 'hash'> };
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** The bytes of an upload; throws Refusal where they are no logo. */
function imageOf(base64: string, field: 'logo' | 'darkLogo'): Image {
  const refused = (finding: Violation) => new Refusal([finding]);
  // Looked at before it is decoded: four characters hold three bytes.
  if (base64.length > Math.ceil(MAX_IMAGE_BYTES / 3) * 4 || !BASE64.test(base64)) {
    const message = 'A logo is at most 256 KiB, written in base64.';
    throw refused(violation('FILE_NOT_ALLOWED', message, { path: [field] }));
  }
  const bytes = Buffer.from(base64, 'base64');
  const checked = checkImage(bytes, [field]);
  if ('finding' in checked) throw refused(checked.finding);
  return { bytes, picture: checked.picture };
}

async function stored(
  tx: WriteSession,
  base64: string | null | undefined,
  field: 'logo' | 'darkLogo',
): Promise<BrandImage | null | undefined> {
  if (base64 == null) return base64;
  const { bytes, picture } = imageOf(base64, field);
  return storeBrandFile(tx, bytes, picture);
}

/** Changes the draft of the tenant's brand; what is left out stays. */
export async function saveBranding(
  tx: WriteSession,
  { displayName, colors, logo, darkLogo }: BrandChanges,
  { expectedVersion }: Expected,
): Promise<void> {
  const tenantId = encodeId('Tenant', tx.ctx.tenantId);
  const patch: BrandPatch = {
    displayName,
    ...(colors && { colors }),
    logo: await stored(tx, logo, 'logo'),
    darkLogo: await stored(tx, darkLogo, 'darkLogo'),
  };
  await tx.run(branding, tenantId, { type: 'Save', tenantId, patch }, { expectedVersion });
}

/** Shows the draft to everybody. */
export async function publishBranding(
  tx: WriteSession,
  { expectedVersion }: Expected,
): Promise<void> {
  const tenantId = encodeId('Tenant', tx.ctx.tenantId);
  const { state } = await tx.run(
    branding,
    tenantId,
    { type: 'Publish', tenantId },
    { expectedVersion },
  );
  const { draft, published } = state;
  const images = [draft.logo, draft.darkLogo, published.logo, published.darkLogo];
  await sweepBrandFiles(
    tx,
    images.flatMap((image) => image?.hash ?? []),
    tx.ctx.now,
  );
}
