import type { Action } from '@nexus/ui/actions/action';
import { mutate } from '@nexus/ui/graph/ask';
import { Trash2 } from 'lucide-react';
import type { ClientCommentFragment } from './client-comment.generated.js';
import { CommentDeleteDocument } from './comment-delete.generated.js';

/** Takes back what one has said; that something was said stays. */
export const deleteComment: Action<ClientCommentFragment> = {
  id: 'comment.delete',
  labelKey: 'projects:comments.delete',
  icon: Trash2,
  isAllowed: ({ viewerCanDelete }) => viewerCanDelete,
  async perform({ id }, { graph }) {
    const { taskCommentDelete } = await mutate(graph, CommentDeleteDocument, { input: { id } });
    return taskCommentDelete.errors;
  },
};
