import { Type } from '@sinclair/typebox';
import { input, optional, text } from '../schemas/contract/fields';
import { clusterBase } from './facets/examples';
import { defineKubernetesKind } from '../schemas/contract/kind';
import { addObject } from './facets/object';

const Input = input({
  app: optional(
    text('Application folder that it goes to. By default one of its own.', {
      pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$',
    }),
  ),
  manifest: Type.Object(
    {
      apiVersion: text('API version.'),
      kind: text('Kind.'),
      metadata: Type.Object({ name: text('Name.') }, { description: 'Metadata.', additionalProperties: true }),
    },
    {
      description: 'The object, whole. It is judged by the schema of its kind like every other.',
      additionalProperties: true,
    },
  ),
});

/** Any object of Kubernetes that no other kind covers. */
export const manifest = defineKubernetesKind<typeof Input>({
  kind: 'manifest',
  summary: 'Any Kubernetes object that no other kind covers, judged like the rest.',
  creates: ['the object as it is written'],
  input: Input,
  examples: {
    'a config map': {
      input: {
        manifest: {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'feature-flags', namespace: 'default' },
          data: { search: 'on' },
        },
      },
      with: {
        ...clusterBase,
      },
    },
  },
  passedOn: () => ({ '': '/manifest' }),
  outputs: {},
  app: ({ self, props }) => props.app ?? `${self.environment}-${self.name}`,
  build: ({ chart, props }) => {
    addObject(chart, props.manifest);
  },
});
