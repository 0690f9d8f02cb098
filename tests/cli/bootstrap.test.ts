import { parse } from 'yaml';
import { MemoryHost } from '../support/memory-host';
import { shop, slipway, slipwayJson } from './kit';

const base = `${shop['environments/shop/base.yaml'] ?? ''}  cluster: { eks: { version: "1.35" } }
  addon: { sealed-secrets: { chart: sealed-secrets } }
  namespace: { argocd: { defaultDeny: false, podSecurity: baseline } }
  argo-cd: { gitops: { installIn: argocd } }
`;
const root = 'clusters/shop-base-eks/root/argocd';

function host(files: Readonly<Record<string, string>> = {}): MemoryHost {
  return new MemoryHost({ ...shop, 'environments/shop/base.yaml': base, ...files });
}

async function commands(machine: MemoryHost, where: string): Promise<string[]> {
  const { steps } = (await slipwayJson(machine, 'bootstrap', where)) as { steps: { commands: string[] }[] };
  return steps.flatMap((step) => step.commands);
}

describe('slipway bootstrap', () => {
  it('prints the way of a system from an empty account to Argo CD, and changes nothing', async () => {
    const machine = host();
    const before = machine.tree('environments');
    const { code, stdout } = await slipway(machine, 'bootstrap', 'shop');
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((line) => line.startsWith('# '))).toEqual([
      '# 1. In Terraform Cloud, make the CLI-driven workspaces shop-bootstrap with execution mode Local; then sign in',
      '# 2. As an administrator of its AWS account, apply shop-bootstrap',
      '# 3. Apply every workspace of shop, in order, and wait for the end of it',
      '# 4. Bring what AWS has made into the manifests, and merge that',
      '# 5. Speak to shop-base-eks in account 111122223333',
      '# 6. Install Argo CD as the description says',
      '# 7. Hand over to Argo CD, when the images and data that pods start with are there; where https://github.com/shop/infrastructure is private, give it a credential first (argocd repo add --core, in the namespace argocd)',
      '# 8. Look at Argo CD, and synchronize what waits for approval, at http://localhost:8080: it has no users, your rights in the cluster count',
      '# 9. Commit the public certificate for slipway seal; keep the keys outside of the repository, in a safe place',
    ]);
    expect(machine.tree('environments')).toEqual(before);
  });

  it('names only files that synth writes', async () => {
    const machine = host();
    const printed = await commands(machine, 'shop/base');
    const files = printed.flatMap((line) => line.match(/clusters\/[^ ]+\.yaml/g) ?? []);
    expect(files.length).toBeGreaterThan(3);
    await slipway(machine, 'synth', 'shop/base', '--json');
    expect(files.filter((file) => !machine.exists(file))).toEqual([]);
  });

  it('installs Argo CD with the version and values that it then applies to itself', async () => {
    const machine = host();
    const printed = await commands(machine, 'shop/base');
    const application = `${root}/application-base-gitops-server.yaml`;
    await slipway(machine, 'synth', 'shop/base');
    const { spec } = parse(machine.readText(application)) as { spec: { source: { targetRevision: string } } };
    const helm = printed.find((line) => line.includes('helm upgrade')) ?? '';
    expect(helm).toContain(
      `argocd argo-cd --repo https://argoproj.github.io/argo-helm --version ${spec.source.targetRevision} `,
    );
    expect(printed[printed.indexOf(helm) - 1]).toBe(`yq '.spec.source.helm.valuesObject' ${application} |`);
  });

  test.each([
    [
      'by the rights in the cluster where it has no users',
      '',
      ['argocd admin dashboard --context shop-base-eks -n argocd'],
    ],
    [
      'as its administrator where it has one',
      ', admin: true',
      [
        'argocd admin initial-password --context shop-base-eks -n argocd',
        'kubectl port-forward --context shop-base-eks -n argocd service/argocd-server 8080:443',
        'kubectl delete secret --context shop-base-eks -n argocd argocd-initial-admin-secret',
      ],
    ],
    [
      'by sign-on through a port of this machine',
      ', signOn: { issuer: "https://login.example.com", clientId: argocd, groups: { ops: admin } }',
      ['kubectl port-forward --context shop-base-eks -n argocd service/argocd-server 8080:443'],
    ],
    [
      'by sign-on at its own address, which needs no command',
      ', signOn: { issuer: "https://login.example.com", clientId: argocd, url: "https://cd.example.com", groups: { ops: admin } }',
      [],
    ],
  ])('says how people come into Argo CD: %s', async (_, input, expected) => {
    const described = base.replace('installIn: argocd', `installIn: argocd${input}`);
    const machine = host({ 'environments/shop/base.yaml': described });
    const { steps } = (await slipwayJson(machine, 'bootstrap', 'shop/base')) as {
      steps: { what: string; commands: string[] }[];
    };
    expect(steps.find(({ what }) => what.startsWith('Look at Argo CD'))?.commands).toEqual(expected);
  });

  it('puts the sealing keys back before anything else where values are sealed already', async () => {
    const printed = await commands(host({ 'environments/shop/base.sealing.pem': 'certificate' }), 'shop/base');
    const keys = printed.findIndex((line) => line.includes('<file of the keys>'));
    expect(keys).toBeGreaterThan(0);
    expect(keys).toBeLessThan(printed.findIndex((line) => line.includes('helm upgrade')));
    expect(printed.join('\n')).not.toContain('fetch-cert');
  });

  it('takes an environment to the cluster of its base', async () => {
    expect(await commands(host(), 'shop/prod')).toEqual(await commands(host(), 'shop/base'));
  });

  it('keeps the state of the first workspace in the bucket that it has made', async () => {
    const system = (shop['environments/shop/system.yaml'] ?? '').replace(
      'cloud: { organization: shop }',
      's3: { bucket: shop-states, region: us-east-1 }',
    );
    const printed = await commands(host({ 'environments/shop/system.yaml': system }), 'shop');
    expect(printed[0]).toBe('terraform -chdir=workspaces/shop-bootstrap init');
    expect(printed).toContain(
      'aws s3 cp workspaces/shop-bootstrap/terraform.tfstate s3://shop-states/bootstrap/shop-bootstrap.tfstate',
    );
    expect(printed).toContain('gh workflow run shop-terraform.yml');
  });

  it('says what there is where the name is wrong', async () => {
    const { code, stdout } = await slipway(host(), 'bootstrap', 'shpo');
    expect(code).toBe(1);
    expect(stdout).toContain('there is neither an environment nor a system shpo');
    expect(stdout).toContain('did you mean shop?');
  });
});
