import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { LazyTaskSheet } from './lazy-task-sheet.js';

const route = getRouteApi('/');

/** The drawer of the task that the address of the start page names. */
export function MyTask() {
  const { task } = route.useSearch();
  const navigate = route.useNavigate();
  const onOpen = useCallback(
    (id: string) => void navigate({ search: { task: id }, resetScroll: false }),
    [navigate],
  );
  const onClose = useCallback(() => void navigate({ search: {}, resetScroll: false }), [navigate]);
  return task ? <LazyTaskSheet taskId={task} {...{ onOpen, onClose }} /> : null;
}
