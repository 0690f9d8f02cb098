import { TerraformElement, type TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import type { JsonObject } from '../../schemas/primitives/artifact';

/**
 * A value that lives for one run alone: neither plan nor state holds it, and only write-only arguments take it. CDKTF
 * has no class for such blocks.
 * @see https://developer.hashicorp.com/terraform/language/block/ephemeral
 */
class Ephemeral extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly block: { readonly type: string; readonly arguments: JsonObject },
  ) {
    super(scope, id);
  }

  override toTerraform(): JsonObject {
    return { ephemeral: { [this.block.type]: { [this.friendlyUniqueId]: this.block.arguments } } };
  }
}

export interface PasswordRules {
  /** Number of characters. */
  readonly length: number;
  /** Letters and digits alone, where a value is to stand in an address or on a command line. */
  readonly punctuation: boolean;
}

/** A random password; returns the expression of its value. */
export function randomPassword(scope: Construct, id: string, rules: PasswordRules): string {
  const type = 'aws_secretsmanager_random_password';
  const made = new Ephemeral(scope, `${id}$password`, {
    type,
    arguments: {
      password_length: rules.length,
      // What JSON, shells and connection addresses trip over.
      ...(rules.punctuation ? { exclude_characters: '"\'\\/@%:`$ ' } : { exclude_punctuation: true }),
      require_each_included_type: true,
    },
  });
  return `ephemeral.${type}.${made.friendlyUniqueId}.random_password`;
}

/**
 * A value that a secret holds already; returns the expression of one of its keys. What takes it in an apply that comes
 * after a broken one takes what the secret says, and not another random one.
 */
export function keptValue(
  scope: Construct,
  id: string,
  { version, key, provider }: { readonly version: string; readonly key: string; readonly provider?: TerraformProvider },
): string {
  const type = 'aws_secretsmanager_secret_version';
  const read = new Ephemeral(scope, `${id}$kept`, {
    type,
    arguments: {
      secret_id: `\${${version}.secret_id}`,
      version_id: `\${${version}.version_id}`,
      ...(provider === undefined ? {} : { provider: provider.fqn }),
    },
  });
  return `jsondecode(ephemeral.${type}.${read.friendlyUniqueId}.secret_string)["${key}"]`;
}
