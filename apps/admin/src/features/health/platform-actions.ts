import type { Action } from '@nexus/ui/actions/action';
import { mutate } from '@nexus/ui/graph/ask';
import { Hammer, RotateCw, Send } from 'lucide-react';
import type { ConsumerLineFragment } from './consumer-line.generated.js';
import { JobRetryDocument } from './job-retry.generated.js';
import { MailResendDocument } from './mail-resend.generated.js';
import type { OutboxLineFragment } from './outbox-line.generated.js';
import { ProjectionRebuildDocument } from './projection-rebuild.generated.js';
import type { QueueLineFragment } from './queue-line.generated.js';

/** A failed job of a queue. */
export interface FailedJob {
  readonly queue: QueueLineFragment;
  readonly key: string;
}

export const retryJob: Action<FailedJob> = {
  id: 'job.retry',
  labelKey: 'health:jobs.retry',
  icon: RotateCw,
  isAllowed: ({ queue }) => queue.viewerCanRetry,
  doneKey: 'health:jobs.retried',
  async perform({ queue, key }, { graph }) {
    const input = { queue: queue.name, key };
    const { jobRetry } = await mutate(graph, JobRetryDocument, { input });
    return jobRetry.errors;
  },
};

export const resendMail: Action<OutboxLineFragment> = {
  id: 'mail.resend',
  labelKey: 'health:mail.resend',
  icon: Send,
  isAllowed: ({ viewerCanResend }) => viewerCanResend,
  doneKey: 'health:mail.resent',
  async perform({ id }, { graph }) {
    const { mailResend } = await mutate(graph, MailResendDocument, { input: { id } });
    return mailResend.errors;
  },
};

/** Fills a read model anew from the log; meanwhile the old one goes on answering. */
export const rebuildProjection: Action<ConsumerLineFragment> = {
  id: 'projection.rebuild',
  labelKey: 'health:consumers.rebuild',
  icon: Hammer,
  isAllowed: ({ viewerCanRebuild }) => viewerCanRebuild,
  doneKey: 'health:consumers.rebuildRequested',
  async perform({ name }, { graph }) {
    const { projectionRebuild } = await mutate(graph, ProjectionRebuildDocument, {
      input: { projection: name },
    });
    return projectionRebuild.errors;
  },
};
