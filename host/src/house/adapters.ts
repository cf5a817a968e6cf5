import {
  documentLinks,
  hmacDocumentLinks,
  invoiceMail,
  paymentGateway,
  SandboxGateway,
} from '@nexus/billing';
import { mailPort } from '@nexus/identity';
import type { Kernel } from '@nexus/kit/events';
import { Adapters } from '@nexus/kit/graph';
import type { Live } from '@nexus/kit/live';
import { presenceLive } from '@nexus/projects';
import { deriveKey } from '../config/index.js';
import type { Foundation } from './foundation.js';
import { openMail, outboxMail } from './mail.js';

/** Paths of what the host serves beside the graph. */
export const DOCUMENTS_PATH = '/documents';
export const SANDBOX_PATH = '/sandbox/charges';

/** Where clients reach this Nexus: links in mails and documents begin with it. */
export function publicUrlOf({
  environment: { port, publicUrl },
}: Pick<Foundation, 'environment'>): string {
  return publicUrl?.replace(/\/+$/, '') ?? `http://localhost:${port}`;
}

/** Plugs the outside world in: the sandbox gateway, signed links, mails, the carrier of presence. */
export function provideAdapters(base: Foundation, live: Live): (kernel: Kernel) => Adapters {
  return (kernel) =>
    new Adapters()
      .provide(presenceLive, live)
      .provide(mailPort, openMail(base.environment, publicUrlOf(base), kernel))
      .provide(invoiceMail, outboxMail(kernel, publicUrlOf(base)))
      .provide(
        documentLinks,
        hmacDocumentLinks(
          deriveKey(base.masterKey, 'document-links'),
          `${publicUrlOf(base)}${DOCUMENTS_PATH}`,
        ),
      )
      .provide(
        paymentGateway,
        new SandboxGateway(kernel, {
          actionUrl: (tenantId, ref) =>
            `${publicUrlOf(base)}${SANDBOX_PATH}/${tenantId}/${encodeURIComponent(ref)}`,
        }),
      );
}
