import { MyWorkPage } from '../features/my-work/my-work-page.js';
import { MyTask } from '../features/tasks/my-task.js';

/** The start page, and the drawer of one of its tasks over it. */
export function HomePage() {
  return (
    <>
      <MyWorkPage />
      <MyTask />
    </>
  );
}
