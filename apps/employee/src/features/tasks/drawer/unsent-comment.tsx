import { Avatar } from '@nexus/ui/components/avatar';
import { Badge } from '@nexus/ui/components/badge';
import { UnsentText } from '@nexus/ui/offline/unsent-text';
import type { Unsent } from '@nexus/ui/offline/use-unsent';
import { useViewer } from '@nexus/ui/session/viewer';
import { useTranslation } from 'react-i18next';
import type { CommentAddMutationVariables } from './comment-add.generated.js';

/** What the viewer has said and the graph has not taken yet. */
export function UnsentComment({ item, input }: Unsent<CommentAddMutationVariables['input']>) {
  const { t } = useTranslation('tasks');
  const { user } = useViewer();
  return (
    <article
      aria-label={t('comment.by', { name: user.name })}
      className="grid gap-1 rounded-medium border border-dashed border-line p-3"
    >
      <header className="flex flex-wrap items-center gap-2">
        <Avatar name={user.name} isDecorative />
        <span className="font-medium">{user.name}</span>
        {input.visibility === 'CLIENT' && <Badge tone="warning">{t('comment.forClient')}</Badge>}
      </header>
      <UnsentText item={item} text={input.body} />
    </article>
  );
}
