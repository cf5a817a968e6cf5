import { foldName, violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';

const KIND = 'crm.client-name';
/** Endings that do not tell two organisations apart. */
const LEGAL_FORM =
  /[\s,.]+(gmbh|ag|kg|ug|se|ltd|limited|inc|corp|llc|plc|sarl|sas|sa|srl|spa|bv|nv|ab|oy)\.?$/;

/** The form under which two client names count as equal. */
export function clientNameKey(name: string): string {
  const folded = foldName(name);
  return folded.replace(LEGAL_FORM, '') || folded;
}

/** Takes a name for a client, giving back the one it had. Refuses with CLIENT_NAME_TAKEN. */
export async function takeClientName(
  tx: WriteSession,
  clientId: string,
  name: string,
): Promise<void> {
  await tx.release(KIND, clientId);
  if (!(await tx.reserve(KIND, clientNameKey(name), clientId))) {
    tx.refuse(violation('CLIENT_NAME_TAKEN', 'Another client has this name.', { path: ['name'] }));
  }
}
