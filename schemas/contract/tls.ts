import { choice } from './fields';

/**
 * Policies of TLS listeners by the oldest version they let in; both speak 1.3.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
export const tlsPolicies = {
  '1.2': 'ELBSecurityPolicy-TLS13-1-2-2021-06',
  '1.3': 'ELBSecurityPolicy-TLS13-1-3-2021-06',
} as const;

export const minimumTlsField = choice('Oldest version of TLS that clients may speak.', ['1.2', '1.3'], {
  default: '1.2',
});
