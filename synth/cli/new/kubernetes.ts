import { withArticle } from '../../../schemas/primitives/article';
import type { KindNames } from './names';

/** A kind of the Kubernetes plane that works as it is: settings in a ConfigMap, small enough to be changed. */
export function kubernetesKind({ kind, constant, words }: KindNames): string {
  return `import { KubeConfigMap } from 'cdk8s-plus-28/lib/imports/k8s';
import { input, mapOf, reference, text } from '../schemas/contract/fields';
import { defineKubernetesKind } from '../schemas/contract/kind';
import { known } from '../schemas/contract/output';
import { clusterBase } from './facets/examples';
import { environmentApp, standardLabels } from './facets/object';

const Input = input({
  namespace: reference('Namespace that it is in.', ['namespace']),
  entries: mapOf('What it holds, by name.', text('Value.')),
});

/** The ${words}: a ConfigMap. */
export const ${constant} = defineKubernetesKind<typeof Input>({
  kind: '${kind}',
  summary: 'Settings that pods read: a ConfigMap.',
  creates: ['the ConfigMap'],
  input: Input,
  examples: {
    'a switch': {
      input: { entries: { search: 'on' } },
      with: { ...clusterBase, namespace: { apps: {} } },
    },
  },
  outputs: { name: known('Name.', ({ self }) => self.name) },
  app: environmentApp,
  build({ chart, self, props, ref }) {
    new KubeConfigMap(chart, 'settings', {
      metadata: { name: self.name, namespace: ref(props.namespace).text('name'), labels: standardLabels(self) },
      data: props.entries,
    });
  },
});
`;
}

export function kubernetesTest({ kind, words }: KindNames): string {
  return `import { clusterBase } from '../../charts/facets/examples';
import { manifest, render } from '../support/render';

const kind = '${kind}';

describe('${withArticle(words)}', () => {
  it('holds its entries in the only namespace there is', async () => {
    const rendered = await render({
      components: {
        ...clusterBase,
        namespace: { apps: {} },
        [kind]: { flags: { entries: { search: 'on' } } },
      },
    });
    expect(rendered.findings).toEqual([]);
    expect(manifest(rendered, 'ConfigMap', 'flags')).toMatchObject({
      metadata: { namespace: 'apps' },
      data: { search: 'on' },
    });
  });
});
`;
}
