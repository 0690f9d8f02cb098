import type { Member, Members, TypeKey } from './type-schema';

const text: Member = { type: 'string', use: 'optional' };
const requiredText: Member = { type: 'string', use: 'required' };
const flag: Member = { type: 'bool', use: 'optional' };
const computed: Member = { type: 'string', use: 'computed' };

/**
 * Ephemeral resources, for which CDKTF has no classes: values that neither plan nor state holds.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/6.25.0/docs/ephemeral-resources/secretsmanager_random_password
 * @see https://github.com/hashicorp/terraform-provider-aws/tree/v6.25.0/internal/service (`*_ephemeral.go`)
 */
export const ephemeralTypes: Readonly<Partial<Record<TypeKey, Members>>> = {
  'ephemeral.aws_eks_cluster_auth': { name: requiredText, region: text, token: computed },
  'ephemeral.aws_secretsmanager_random_password': {
    exclude_characters: text,
    exclude_lowercase: flag,
    exclude_numbers: flag,
    exclude_punctuation: flag,
    exclude_uppercase: flag,
    include_space: flag,
    password_length: { type: 'number', use: 'optional' },
    random_password: computed,
    region: text,
    require_each_included_type: flag,
  },
  'ephemeral.aws_secretsmanager_secret_version': {
    arn: computed,
    created_date: computed,
    region: text,
    secret_binary: computed,
    secret_id: requiredText,
    secret_string: computed,
    version_id: text,
    version_stage: text,
    version_stages: { type: { list: 'string' }, use: 'computed' },
  },
  'ephemeral.aws_ssm_parameter': {
    arn: requiredText,
    name: computed,
    region: text,
    type: computed,
    value: computed,
    version: { type: 'number', use: 'computed' },
    with_decryption: flag,
  },
};
