import { Button } from '@nexus/ui/components/button';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useMoney } from '@nexus/ui/i18n/use-money';
import { Link } from '@tanstack/react-router';
import { Flag, type LucideIcon, MessageSquare, ReceiptText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Waiting } from './waiting.js';

type Of<Kind extends Waiting['kind']> = Extract<Waiting, { readonly kind: Kind }>;

/** One thing that waits, and the button that goes on with it. */
export function WaitingLine({ waiting }: { readonly waiting: Waiting }) {
  switch (waiting.kind) {
    case 'invoice':
      return <WaitingInvoice {...waiting} />;
    case 'comment':
      return <WaitingComment {...waiting} />;
    case 'milestone':
      return <WaitingMilestone {...waiting} />;
    default:
      return waiting satisfies never;
  }
}

function WaitingInvoice({ invoice }: Of<'invoice'>) {
  const { t } = useTranslation('home');
  const { day } = useFormat();
  const money = useMoney();
  const { id, overdue, dueDate, remaining, viewerCanPay } = invoice;
  const number = invoice.number ?? '';
  return (
    <Line
      icon={ReceiptText}
      isPressing={overdue}
      title={t('waiting.invoice', { number, amount: money(remaining) })}
      hint={dueDate && t(overdue ? 'waiting.overdue' : 'waiting.due', { day: day(dueDate) })}
    >
      <Button asChild variant={viewerCanPay ? 'primary' : 'secondary'} size="small">
        {viewerCanPay ? (
          <Link
            to="/invoices/$id/pay"
            params={{ id }}
            aria-label={t('waiting.payNumber', { number })}
          >
            {t('waiting.pay')}
          </Link>
        ) : (
          <Link to="/invoices/$id" params={{ id }} aria-label={t('waiting.lookNumber', { number })}>
            {t('waiting.look')}
          </Link>
        )}
      </Button>
    </Line>
  );
}

function WaitingComment({ task, comment }: Of<'comment'>) {
  const { t } = useTranslation('home');
  const { title, project } = task;
  return (
    <Line
      icon={MessageSquare}
      title={t('waiting.comment', { name: comment.author?.name ?? t('waiting.somebody'), title })}
      hint={comment.body}
    >
      <Button asChild size="small">
        <Link
          to="/projects/$id"
          params={{ id: project.id }}
          search={{ task: task.id }}
          aria-label={t('waiting.answerTo', { title })}
        >
          {t('waiting.answer')}
        </Link>
      </Button>
    </Line>
  );
}

function WaitingMilestone({ project, milestone }: Of<'milestone'>) {
  const { t } = useTranslation('home');
  const { day } = useFormat();
  const { name, due } = milestone;
  return (
    <Line
      icon={Flag}
      title={t('waiting.milestone', { name, project: project.name })}
      hint={t('waiting.near', { day: day(due) })}
    >
      <Button asChild size="small">
        <Link
          to="/projects/$id"
          params={{ id: project.id }}
          aria-label={t('waiting.lookAt', { project: project.name })}
        >
          {t('waiting.look')}
        </Link>
      </Button>
    </Line>
  );
}

interface LineProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly hint: string | null;
  readonly isPressing?: boolean;
  readonly children: ReactNode;
}

function Line({ icon: Icon, title, hint, isPressing = false, children }: LineProps) {
  const tone = isPressing ? 'text-danger' : 'text-muted';
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <Icon aria-hidden size={16} className={`shrink-0 ${tone}`} />
      <div className="grid min-w-0 flex-1 basis-48 gap-0.5">
        <p className="font-medium [overflow-wrap:anywhere]">{title}</p>
        {hint && <p className={`truncate text-small ${tone}`}>{hint}</p>}
      </div>
      {children}
    </li>
  );
}
