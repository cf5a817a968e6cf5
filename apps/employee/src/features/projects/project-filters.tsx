import { Input } from '@nexus/ui/forms/input';
import { Select } from '@nexus/ui/forms/select';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PHASES, type ProjectSearch } from './project-search.js';

interface ProjectFiltersProps {
  readonly search: ProjectSearch;
  readonly onChange: (next: ProjectSearch) => void;
}

const ALL = 'all';
/** How long a pause in typing is before it is searched. */
const PAUSE_MS = 250;

/** What the list is narrowed to; the address keeps it. */
export function ProjectFilters({ search, onChange }: ProjectFiltersProps) {
  const { t } = useTranslation('projects');
  const [typed, setTyped] = useState(search.search ?? '');
  const { phase } = search;

  const told = useRef(typed);

  useEffect(() => {
    const searched = search.search ?? '';
    // Changed by something else than this field: a link, or the way back.
    if (searched !== told.current) {
      told.current = searched;
      return setTyped(searched);
    }
    if (typed.trim() === searched) return;
    const later = setTimeout(() => {
      told.current = typed.trim();
      onChange(withParts(typed, phase));
    }, PAUSE_MS);
    return () => clearTimeout(later);
  }, [typed, search.search, phase, onChange]);

  return (
    <search className="flex flex-wrap gap-2 pb-4">
      <Input
        type="search"
        aria-label={t('searchLabel')}
        placeholder={t('searchPlaceholder')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="max-w-72 flex-1 basis-48"
      />
      <div className="w-44">
        <Select
          label={t('phaseLabel')}
          value={phase ?? ALL}
          onChange={(chosen) =>
            onChange(
              withParts(
                typed,
                PHASES.find((known) => known === chosen),
              ),
            )
          }
          options={[
            { value: ALL, label: t('allPhases') },
            ...PHASES.map((known) => ({ value: known, label: t(`phase.${known}`) })),
          ]}
        />
      </div>
    </search>
  );
}

function withParts(typed: string, phase: ProjectSearch['phase']): ProjectSearch {
  const search = typed.trim();
  return { ...(search && { search }), ...(phase && { phase }) };
}
