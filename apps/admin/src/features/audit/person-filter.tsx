import { PersonPicker } from '@nexus/ui/forms/person-picker';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AuditPeopleDocument } from './audit-people.generated.js';
import { AuditPersonDocument } from './audit-person.generated.js';

interface PersonFilterProps {
  /** A user's id. */
  readonly value: string | undefined;
  readonly onChange: (id: string | null) => void;
}

/** Whose deeds are wanted. */
export function PersonFilter({ value, onChange }: PersonFilterProps) {
  const { t } = useTranslation('audit');
  const [search, setSearch] = useState('');
  const { data, isRefreshing } = useScreen(AuditPeopleDocument, { search: search || null });
  const chosen = useScreen(AuditPersonDocument, { id: value ?? '' }, { isPaused: !value });
  const name = chosen.data?.user?.name ?? value ?? '';
  return (
    <div className="w-56">
      <PersonPicker
        label={t('filters.person')}
        placeholder={t('filters.anybody')}
        people={(data?.users?.nodes ?? []).map((person) => ({
          id: person.id,
          name: person.name,
          description: person.email ?? undefined,
        }))}
        onSearch={setSearch}
        isLoading={isRefreshing}
        value={value ? { id: value, name } : null}
        onChange={(person) => onChange(person?.id ?? null)}
        isClearable
      />
    </div>
  );
}
