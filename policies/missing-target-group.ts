import { subjectOf } from '../schemas/graph/objects';
import { below } from '../schemas/graph/place';
import { selectTexts } from '../schemas/graph/values';
import { nearest } from '../schemas/primitives/nearest';
import { defineRule } from './rule';

/** The other plane: target groups that pods join are made by Terraform. */
export const rule = defineRule({
  id: 'missing-target-group',
  subjects: (graph) =>
    graph.clusters.flatMap((cluster) =>
      cluster
        .ofKind('TargetGroupBinding')
        .flatMap((binding) =>
          ['/spec/targetGroupName', '/spec/targetGroupARN'].flatMap((path) =>
            selectTexts(binding.body, path).map(({ pointer, text }) => ({ binding, pointer, value: text })),
          ),
        ),
    ),
  judge: ({ binding, pointer, value }, { terraform, complete }) => {
    const name = /:targetgroup\/([^/]+)\//.exec(value)?.[1] ?? value;
    const names = terraform
      .ofType('aws_lb_target_group')
      .flatMap(({ body, workspace }) => terraform.literal(body['name'], workspace) ?? []);
    if (names.includes(name) || (!complete && names.length === 0)) return [];
    const near = nearest(name, names);
    return [
      {
        place: below(binding.place, pointer),
        subject: subjectOf(binding),
        message: `it joins the target group ${name}, which no workspace makes`,
        fix: near === undefined ? 'Describe the entrance that makes it.' : `Did you mean ${near}?`,
      },
    ];
  },
});
