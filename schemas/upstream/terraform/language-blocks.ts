import type { Member, Members, TypeKey } from './type-schema';

const text: Member = { type: 'string', use: 'optional' };
const requiredText: Member = { type: 'string', use: 'required' };
const flag: Member = { type: 'bool', use: 'optional' };
const number: Member = { type: 'number', use: 'optional' };
const anything: Member = { type: 'any', use: 'optional' };
const texts: Member = { type: { list: 'string' }, use: 'optional' };

function blocks(members: Members, max?: number): Member {
  return { type: { list: { object: members } }, use: 'optional', block: true, ...(max === undefined ? {} : { max }) };
}

const condition: Members = { condition: { type: 'any', use: 'required' }, error_message: requiredText };

const workspaces: Member = blocks({ name: text, prefix: text }, 1);

/** @see https://developer.hashicorp.com/terraform/language/backend/s3 */
const s3Backend: Members = {
  access_key: text,
  acl: text,
  allowed_account_ids: texts,
  assume_role: anything,
  assume_role_with_web_identity: anything,
  bucket: requiredText,
  custom_ca_bundle: text,
  dynamodb_endpoint: text,
  dynamodb_table: text,
  ec2_metadata_service_endpoint: text,
  ec2_metadata_service_endpoint_mode: text,
  encrypt: flag,
  endpoint: text,
  endpoints: anything,
  force_path_style: flag,
  forbidden_account_ids: texts,
  http_proxy: text,
  https_proxy: text,
  iam_endpoint: text,
  insecure: flag,
  key: requiredText,
  kms_key_id: text,
  max_retries: number,
  no_proxy: text,
  profile: text,
  region: text,
  retry_mode: text,
  secret_key: text,
  shared_config_files: texts,
  shared_credentials_file: text,
  shared_credentials_files: texts,
  skip_credentials_validation: flag,
  skip_metadata_api_check: flag,
  skip_region_validation: flag,
  skip_requesting_account_id: flag,
  skip_s3_checksum: flag,
  sse_customer_key: text,
  sts_endpoint: text,
  sts_region: text,
  token: text,
  use_dualstack_endpoint: flag,
  use_fips_endpoint: flag,
  use_lockfile: flag,
  use_path_style: flag,
  workspace_key_prefix: text,
};

/**
 * Blocks of the Terraform language. What varies inside (the kind of backend, the providers) is a type of its own.
 *
 * @see https://developer.hashicorp.com/terraform/language
 */
export const languageBlocks: Readonly<Partial<Record<TypeKey, Members>>> = {
  'block.terraform': {
    backend: anything,
    cloud: anything,
    experiments: anything,
    provider_meta: anything,
    required_providers: anything,
    required_version: text,
  },
  'block.backend_s3': s3Backend,
  'block.backend_remote': {
    hostname: text,
    organization: text,
    token: text,
    workspaces: { ...workspaces, use: 'required' },
  },
  /** @see https://developer.hashicorp.com/terraform/language/terraform#terraform-cloud */
  'block.cloud': {
    hostname: text,
    organization: text,
    token: text,
    workspaces: blocks({ name: text, project: text, tags: anything }, 1),
  },
  'block.required_provider': { configuration_aliases: texts, source: text, version: text },
  'block.variable': {
    default: anything,
    description: text,
    ephemeral: flag,
    nullable: flag,
    sensitive: flag,
    type: text,
    validation: blocks(condition),
  },
  'block.output': {
    depends_on: texts,
    description: text,
    ephemeral: flag,
    precondition: blocks(condition),
    sensitive: flag,
    value: { type: 'any', use: 'required' },
  },
  'block.moved': { from: requiredText, to: requiredText },
  'block.removed': {
    connection: anything,
    from: requiredText,
    lifecycle: blocks({ destroy: { type: 'bool', use: 'required', literal: true } }, 1),
    provisioner: anything,
  },
  'block.import': { for_each: anything, id: text, identity: anything, provider: text, to: requiredText },
};
