import { TerraformElement } from 'cdktf';
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
