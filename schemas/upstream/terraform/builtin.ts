import { ephemeralTypes } from './ephemeral';
import { languageBlocks } from './language-blocks';
import type { Choice, Members, TypeKey, TypeMode } from './type-schema';

/**
 * Types of the provider that is part of Terraform itself, and the blocks of the language.
 *
 * @see https://developer.hashicorp.com/terraform/language/resources/terraform-data
 * @see https://developer.hashicorp.com/terraform/language/state/remote-state-data
 */
export const builtinTypes: Readonly<Partial<Record<TypeKey, Members>>> = {
  ...ephemeralTypes,
  ...languageBlocks,
  'resource.terraform_data': {
    id: { type: 'string', use: 'computed' },
    input: { type: 'any', use: 'optional' },
    output: { type: 'any', use: 'computed' },
    triggers_replace: { type: 'any', use: 'optional' },
  },
  'data.terraform_remote_state': {
    backend: { type: 'string', use: 'required' },
    config: { type: 'any', use: 'optional' },
    defaults: { type: 'any', use: 'optional' },
    outputs: { type: 'any', use: 'computed' },
    workspace: { type: 'string', use: 'optional' },
  },
};

const anyArgument = { type: 'any', use: 'optional' } as const;
const condition: Members = {
  condition: { type: 'any', use: 'required' },
  error_message: { type: 'string', use: 'required' },
};
const conditions = { type: { list: { object: condition } }, use: 'optional', block: true } as const;

/** `count` and `for_each` exclude each other. */
export const metaChoices: Readonly<Record<TypeMode, readonly Choice[]>> = {
  resource: [{ rule: 'most', of: ['count', 'for_each'] }],
  data: [{ rule: 'most', of: ['count', 'for_each'] }],
  ephemeral: [{ rule: 'most', of: ['count', 'for_each'] }],
  provider: [],
  block: [],
};

const shared: Members = {
  count: { type: 'number', use: 'optional' },
  depends_on: { type: { list: 'string' }, use: 'optional' },
  for_each: anyArgument,
  provider: { type: 'string', use: 'optional' },
};

/** What is read and not made has conditions alone. */
const observed: Members = {
  ...shared,
  lifecycle: {
    type: { list: { object: { postcondition: conditions, precondition: conditions } } },
    use: 'optional',
    block: true,
    max: 1,
  },
};

/**
 * What Terraform itself takes in every block of a mode.
 *
 * @see https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle
 * @see https://developer.hashicorp.com/terraform/language/resources/provisioners/syntax
 */
export const metaArguments: Readonly<Record<TypeMode, Members>> = {
  resource: {
    ...shared,
    connection: anyArgument,
    lifecycle: {
      type: {
        list: {
          object: {
            create_before_destroy: { type: 'bool', use: 'optional', literal: true },
            ignore_changes: anyArgument,
            postcondition: conditions,
            precondition: conditions,
            prevent_destroy: { type: 'bool', use: 'optional', literal: true },
            replace_triggered_by: { type: { list: 'string' }, use: 'optional' },
          },
        },
      },
      use: 'optional',
      block: true,
      max: 1,
    },
    provisioner: anyArgument,
  },
  data: observed,
  ephemeral: observed,
  block: {},
  provider: { alias: { type: 'string', use: 'optional' }, version: { type: 'string', use: 'optional' } },
};
