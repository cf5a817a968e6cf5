import type { Action } from '@nexus/ui/actions/action';
import { mutate } from '@nexus/ui/graph/ask';
import type { TextKey } from '@nexus/ui/i18n/namespaces';
import {
  ArrowRightLeft,
  CircleX,
  Flag,
  type LucideIcon,
  Pause,
  PencilLine,
  Play,
  RotateCcw,
  UserRoundCog,
  UserRoundPlus,
} from 'lucide-react';
import type { ProjectDetailFragment } from './project-detail.generated.js';
import { ProjectResumeDocument } from './project-resume.generated.js';

/** What is asked before it is done. */
export type ProjectQuestion =
  | 'update'
  | 'phase'
  | 'hold'
  | 'cancel'
  | 'reopen'
  | 'manager'
  | 'member'
  | 'milestone';

/** A project, and how questions about it are asked. */
export interface ProjectSubject {
  readonly project: ProjectDetailFragment;
  readonly ask: (question: ProjectQuestion) => void;
}

interface Asking {
  readonly question: ProjectQuestion;
  readonly labelKey: TextKey;
  readonly icon: LucideIcon;
  readonly shortcut?: string;
  readonly isAllowed: (project: ProjectDetailFragment) => boolean;
}

const asking = ({ question, isAllowed, ...rest }: Asking): Action<ProjectSubject> => ({
  ...rest,
  id: `project.${question}`,
  isAllowed: ({ project }) => isAllowed(project),
  perform: async ({ ask }) => void ask(question),
});

const resume: Action<ProjectSubject> = {
  ...{ id: 'project.resume', icon: Play },
  labelKey: 'project:actions.resume',
  isAllowed: ({ project }) => project.viewerCanResume,
  async perform({ project: { id } }, { graph }) {
    return (await mutate(graph, ProjectResumeDocument, { input: { id } })).projectResume.errors;
  },
};

/** What can be done to a project, the most likely first. */
export const projectActions: readonly Action<ProjectSubject>[] = [
  resume,
  asking({
    ...({ question: 'phase', labelKey: 'project:actions.phase' } as const),
    ...{ icon: ArrowRightLeft, shortcut: 'p', isAllowed: (one) => one.viewerCanChangePhase },
  }),
  asking({
    ...({ question: 'update', labelKey: 'project:actions.update' } as const),
    ...{ icon: PencilLine, shortcut: 'e', isAllowed: (one) => one.viewerCanUpdate },
  }),
  asking({
    ...({ question: 'milestone', labelKey: 'project:actions.milestone' } as const),
    ...{ icon: Flag, shortcut: 'm', isAllowed: (one) => one.viewerCanManageMilestones },
  }),
  asking({
    ...({ question: 'member', labelKey: 'project:actions.member' } as const),
    ...{ icon: UserRoundPlus, shortcut: 'a', isAllowed: (one) => one.viewerCanManageMembers },
  }),
  asking({
    ...({ question: 'manager', labelKey: 'project:actions.manager' } as const),
    ...{ icon: UserRoundCog, isAllowed: (one) => one.viewerCanManageMembers },
  }),
  asking({
    ...({ question: 'hold', labelKey: 'project:actions.hold' } as const),
    ...{ icon: Pause, isAllowed: (one) => one.viewerCanHold },
  }),
  asking({
    ...({ question: 'reopen', labelKey: 'project:actions.reopen' } as const),
    ...{ icon: RotateCcw, isAllowed: (one) => one.viewerCanReopen },
  }),
  asking({
    ...({ question: 'cancel', labelKey: 'project:actions.cancel' } as const),
    ...{ icon: CircleX, isAllowed: (one) => one.viewerCanCancel },
  }),
];

export const DANGEROUS: ReadonlySet<string> = new Set(['project.cancel']);
