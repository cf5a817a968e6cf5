import { Input } from '@nexus/ui/forms/input';
import { Select } from '@nexus/ui/forms/select';
import { useTypedFilter } from '@nexus/ui/forms/use-typed-filter';
import { useTranslation } from 'react-i18next';
import { PHASES, type ProjectSearch } from './project-search.js';

interface ProjectFiltersProps {
  readonly search: ProjectSearch;
  readonly onChange: (next: ProjectSearch) => void;
}

const ALL = 'all';

/** What the list is narrowed to; the address keeps it. */
export function ProjectFilters({ search, onChange }: ProjectFiltersProps) {
  const { t } = useTranslation('projects');
  const { phase } = search;
  const [typed, setTyped] = useTypedFilter(search.search ?? '', (text) =>
    onChange(withParts(text, phase)),
  );
  return (
    <search className="flex flex-wrap gap-2 pb-3 max-sm:*:grow">
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
