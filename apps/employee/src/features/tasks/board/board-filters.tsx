import { Button } from '@nexus/ui/components/button';
import { Popover } from '@nexus/ui/components/popover';
import { SkeletonGroup } from '@nexus/ui/components/skeleton-group';
import { Input } from '@nexus/ui/forms/input';
import { ListFilter } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardFilter, withPart } from './board-search.js';

export interface BoardFiltersProps {
  readonly filter: BoardFilter;
  readonly onChange: (filter: BoardFilter) => void;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly labels: readonly string[];
}

const FilterChoices = lazy(async () => ({
  default: (await import('./filter-choices.js')).FilterChoices,
}));

/** What the board is narrowed to: words at once, the rest behind a button that says how many hold. */
export function BoardFilters(props: BoardFiltersProps) {
  const { filter, onChange } = props;
  const { t } = useTranslation('tasks');
  const [isOpen, setOpen] = useState(false);
  const { search, ...others } = filter;
  const count = Object.keys(others).length;
  return (
    <search className="flex min-w-0 flex-1 basis-full gap-2 sm:basis-0">
      <Input
        type="search"
        aria-label={t('filter.search')}
        placeholder={t('filter.searchPlaceholder')}
        value={search ?? ''}
        onChange={(event) => onChange(withPart(filter, 'search', event.target.value))}
        className="min-w-0 flex-1 sm:max-w-60"
      />
      <Popover
        isOpen={isOpen}
        onOpenChange={setOpen}
        label={t('filter.title')}
        className="w-72 p-4"
        trigger={
          <Button icon={ListFilter} className={count > 0 ? 'text-accent' : undefined}>
            {count > 0 ? t('filter.open', { count }) : t('filter.title')}
          </Button>
        }
      >
        <Suspense fallback={<SkeletonGroup lines={6} />}>
          <FilterChoices {...props} />
        </Suspense>
      </Popover>
    </search>
  );
}
