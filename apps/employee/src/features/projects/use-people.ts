import { useScreen } from '@nexus/ui/graph/use-screen';
import { useState } from 'react';
import { ProjectPeopleDocument } from './project-people.generated.js';

/** People of the firm, found by name, as a picker takes them. */
export function usePeople() {
  const [search, setSearch] = useState('');
  const { data, isRefreshing } = useScreen(
    ProjectPeopleDocument,
    { search: search.trim() || null },
    { policy: 'cache-and-network' },
  );
  const people = (data?.users?.nodes ?? []).map(({ id, name, email }) => ({
    ...{ id, name, description: email ?? undefined },
  }));
  return { people, onSearch: setSearch, isLoading: isRefreshing };
}
