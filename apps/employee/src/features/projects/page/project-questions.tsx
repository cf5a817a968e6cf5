import { MemberDialog } from './member-dialog.js';
import { MilestoneDialog } from './milestone-dialog.js';
import { PhaseDialog } from './phase-dialog.js';
import type { ProjectQuestion } from './project-actions.js';
import type { ProjectDialogProps } from './project-dialog.js';
import { ProjectFactsDialog } from './project-facts-dialog.js';
import { ProjectReasonDialog } from './project-reason-dialog.js';

interface ProjectQuestionsProps extends ProjectDialogProps {
  readonly question: ProjectQuestion;
}

/** The dialog that belongs to a question. */
export function ProjectQuestions({ question, ...rest }: ProjectQuestionsProps) {
  switch (question) {
    case 'update':
      return <ProjectFactsDialog {...rest} />;
    case 'phase':
      return <PhaseDialog {...rest} />;
    case 'hold':
    case 'cancel':
    case 'reopen':
      return <ProjectReasonDialog {...rest} question={question} />;
    case 'manager':
    case 'member':
      return <MemberDialog {...rest} isManager={question === 'manager'} />;
    case 'milestone':
      return <MilestoneDialog {...rest} />;
    default:
      return question satisfies never;
  }
}
