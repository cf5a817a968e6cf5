import type { ProjectDetailFragment } from './project-detail.generated.js';

/** What every dialog about a project is given. */
export interface ProjectDialogProps {
  readonly project: ProjectDetailFragment;
  readonly onClose: () => void;
}
