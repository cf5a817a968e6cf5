import { Select } from '@nexus/ui/forms/select';
import { useTranslation } from 'react-i18next';
import type { ApprovalEntry, ApprovalSearch } from './waiting.js';

interface ApprovalFiltersProps {
  readonly search: ApprovalSearch;
  /** All that there are: what can be chosen is what occurs in them. */
  readonly entries: readonly ApprovalEntry[];
  readonly onChange: (next: ApprovalSearch) => void;
}

const ALL = 'all';

/** What the queue is narrowed to; the address keeps it. */
export function ApprovalFilters({ search, entries, onChange }: ApprovalFiltersProps) {
  const { t } = useTranslation('approvals');
  const { project, person, show } = search;
  const change = (part: { [Key in keyof ApprovalSearch]: string }) => {
    const next = { project, person, show, ...part };
    const kept = Object.entries(next).filter(([, value]) => value && value !== ALL);
    onChange(Object.fromEntries(kept));
  };
  return (
    <search className="flex flex-wrap gap-2 pb-4">
      <div className="w-60 max-sm:w-auto max-sm:min-w-44 max-sm:flex-1">
        <Select
          label={t('filter.show')}
          value={show ?? ALL}
          onChange={(value) => change({ show: value, project: '', person: '' })}
          options={[
            { value: ALL, label: t('filter.waiting') },
            { value: 'approved', label: t('filter.approved') },
          ]}
        />
      </div>
      <div className="w-52 max-sm:w-auto max-sm:min-w-44 max-sm:flex-1">
        <Select
          label={t('filter.person')}
          value={person ?? ALL}
          onChange={(value) => change({ person: value })}
          options={[
            { value: ALL, label: t('filter.everybody') },
            ...optionsOf(entries.map(({ user }) => user)),
          ]}
        />
      </div>
      <div className="w-52 max-sm:w-auto max-sm:min-w-44 max-sm:flex-1">
        <Select
          label={t('filter.project')}
          value={project ?? ALL}
          onChange={(value) => change({ project: value })}
          options={[
            { value: ALL, label: t('filter.allProjects') },
            ...optionsOf(entries.map((entry) => entry.project)),
          ]}
        />
      </div>
    </search>
  );
}

function optionsOf(all: readonly ({ readonly id: string; readonly name: string } | null)[]) {
  const names = new Map(all.flatMap((one) => (one ? [[one.id, one.name] as const] : [])));
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label));
}
