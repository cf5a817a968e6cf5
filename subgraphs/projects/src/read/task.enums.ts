import { enumeration } from '@nexus/kit/graph';

export const ColumnCategoryEnum = enumeration('ColumnCategory', 'What a column stands for.', {
  TODO: 'Not begun.',
  DOING: 'At work.',
  DONE: 'Completed.',
});

export const WipModeEnum = enumeration('WipMode', 'What a limit on work in progress does.', {
  WARN: 'More cards bring a warning.',
  BLOCK: 'More cards are refused.',
});

export const TaskTypeEnum = enumeration('TaskType', 'What kind of work a task is.', {
  TASK: 'Something to do.',
  BUG: 'Something to repair.',
  STORY: 'Something that a user wants.',
  EPIC: 'Something large made of others.',
});

export const TaskPriorityEnum = enumeration('TaskPriority', 'How soon a task should be done.', {
  URGENT: 'At once.',
  HIGH: 'Soon.',
  MEDIUM: 'In its turn.',
  LOW: 'When there is time.',
});

export const DependencyKindEnum = enumeration('DependencyKind', 'How two tasks depend.', {
  FINISH_TO_START: 'The successor starts once the predecessor is finished.',
  START_TO_START: 'The successor starts once the predecessor is started.',
  FINISH_TO_FINISH: 'The successor is finished once the predecessor is.',
  START_TO_FINISH: 'The successor is finished once the predecessor is started.',
});

export const CommentVisibilityEnum = enumeration('CommentVisibility', 'Who may read a comment.', {
  INTERNAL: 'Staff only.',
  CLIENT: 'The client too.',
});
