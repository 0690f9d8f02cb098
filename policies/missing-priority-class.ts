import { missingRule } from './support/missing';

/** Priority classes that pods name are there: a pod that names another is refused. */
export const rule = missingRule({
  id: 'missing-priority-class',
  purpose: 'priority-class',
  fix: 'State priority: on the namespace that the class belongs to, or describe the class.',
});
