import { clsx } from 'clsx';
import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

interface NoticeProps {
  readonly tone?: 'info' | 'success' | 'warning' | 'danger';
  /** A button or a link that helps. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

const TONES: Record<NonNullable<NoticeProps['tone']>, { classes: string; icon: LucideIcon }> = {
  info: { classes: 'bg-info-soft text-info', icon: Info },
  success: { classes: 'bg-success-soft text-success', icon: CircleCheck },
  warning: { classes: 'bg-warning-soft text-warning', icon: TriangleAlert },
  danger: { classes: 'bg-danger-soft text-danger', icon: CircleAlert },
};

/** What to know about the whole of a page, a form or a section, said where it stands. */
export function Notice({ tone = 'info', action, children }: NoticeProps) {
  const { classes, icon: Icon } = TONES[tone];
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={clsx('flex flex-wrap items-center gap-2 rounded-medium px-3 py-2', classes)}
    >
      <Icon aria-hidden className="shrink-0" size={16} />
      <div className="min-w-0 flex-1 basis-40">{children}</div>
      {action}
    </div>
  );
}
