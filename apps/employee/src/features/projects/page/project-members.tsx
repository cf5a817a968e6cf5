import type { Action } from '@nexus/ui/actions/action';
import { runAction } from '@nexus/ui/actions/run-action';
import { useActionContext } from '@nexus/ui/actions/use-commands';
import { Avatar } from '@nexus/ui/components/avatar';
import { IconButton } from '@nexus/ui/components/icon-button';
import { Section } from '@nexus/ui/components/section';
import { mutate } from '@nexus/ui/graph/ask';
import { UserRoundMinus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ProjectDetailFragment } from './project-detail.generated.js';
import { ProjectMemberAddDocument } from './project-member-add.generated.js';
import { ProjectMemberRemoveDocument } from './project-member-remove.generated.js';

type Member = ProjectDetailFragment['members'][number];

interface MemberSubject {
  readonly project: ProjectDetailFragment;
  readonly member: Member;
}

const removeMember: Action<MemberSubject> = {
  ...{ id: 'project.member-remove', icon: UserRoundMinus },
  labelKey: 'project:member.remove',
  doneKey: 'project:member.removed',
  // Whoever leads it is replaced, not removed.
  isAllowed: ({ project, member }) =>
    project.viewerCanManageMembers && member.user !== null && member.role !== 'MANAGER',
  async perform({ project, member }, { graph }) {
    const input = { projectId: project.id, userId: member.user?.id ?? '' };
    const { projectMemberRemove } = await mutate(graph, ProjectMemberRemoveDocument, { input });
    return projectMemberRemove.errors;
  },
  async undo({ project, member }, { graph }) {
    const input = { projectId: project.id, userId: member.user?.id ?? '', role: member.role };
    const { projectMemberAdd } = await mutate(graph, ProjectMemberAddDocument, { input });
    return projectMemberAdd.errors;
  },
};

/** Who is in a project, and as what. */
export function ProjectMembers({ project }: { readonly project: ProjectDetailFragment }) {
  const { t } = useTranslation('project');
  const context = useActionContext();
  return (
    <Section title={t('members')} isFlush>
      <ul aria-label={t('members')} className="divide-y divide-line">
        {project.members.map((member) => {
          const { user, role } = member;
          const subject = { project, member };
          return (
            <li key={`${user?.id} ${role}`} className="flex min-h-row items-center gap-3 px-4 py-1">
              <Avatar name={user?.name ?? '–'} isDecorative />
              <span className="min-w-0 flex-1 truncate">{user?.name ?? '–'}</span>
              <span className="text-small text-muted">{t(`role.${role}`)}</span>
              {removeMember.isAllowed(subject) && (
                <IconButton
                  size="small"
                  icon={removeMember.icon}
                  label={t('member.removeOne', { name: user?.name ?? '' })}
                  onClick={() => void runAction(removeMember, subject, context)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
