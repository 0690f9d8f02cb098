import { run } from '../../synth/cli/run';
import type { Host } from '../../synth/host/host';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command line on a host, and catches what it prints. */
export async function slipway(host: Host, ...args: readonly string[]): Promise<Ran> {
  const printed = { stdout: '', stderr: '' };
  const terminal = (stream: keyof typeof printed) => ({
    isTTY: false,
    columns: undefined,
    write: (text: string) => {
      printed[stream] += text;
    },
  });
  // The host keeps its state in private fields: what differs goes on top of it.
  const speaking = Object.defineProperties(host, {
    stdout: { value: terminal('stdout'), configurable: true },
    stderr: { value: terminal('stderr'), configurable: true },
  });
  return { code: await run(args, speaking), ...printed };
}

/** The JSON document that a command prints. */
export async function slipwayJson(host: Host, ...args: readonly string[]): Promise<Record<string, unknown>> {
  return JSON.parse((await slipway(host, ...args, '--json')).stdout) as Record<string, unknown>;
}

/** A small system: a base, and two environments of which one says more than the other. */
export const shop: Readonly<Record<string, string>> = {
  'environments/shop/system.yaml': `# Shop, in one account.
owner: platform
costCentre: cc-7
aws:
  account: "111122223333" # the only one
  region: us-east-1
terraform:
  backend:
    cloud: { organization: shop }
repository:
  url: https://github.com/shop/infrastructure

components:
  bucket:
    images:
      expireAfterDays: 400
`,
  'environments/shop/base.yaml': `isBase: true
components:
  network:
    main:
      cidr: 10.0.0.0/16
      zones:
        us-east-1a: { public: 10.0.1.0/24, private: 10.0.11.0/24 }
        us-east-1b: { public: 10.0.2.0/24, private: 10.0.12.0/24 }
`,
  'environments/shop/prod.yaml': `# Production.
base: base

components:
  bucket:
    images: # kept for a year
      name: shop-images
      transitions: [{ afterDays: 90, to: STANDARD_IA }] # cold after a season

    # Reports of the month.
    reports:
      versioning: false
  zone:
    public: { domain: shop.example.com }
`,
};
