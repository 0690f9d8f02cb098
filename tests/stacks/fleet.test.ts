import type { JsonObject } from '../../schemas/primitives/artifact';
import { only, network, type Components } from '../support/data-stores';
import { render, type Rendered } from '../support/render';

const image = { repository: '111122223333.dkr.ecr.us-east-1.amazonaws.com/acme/api', tag: 'v1' };

function fleet(input: JsonObject = {}, components: Components = {}): Promise<Rendered> {
  const size = { minimum: 1, desired: 2, maximum: 4 };
  return render({
    components: { ...network, ...components, fleet: { api: { instanceTypes: ['t3.small'], size, ...input } } },
    images: { api: image },
    bindings: { api: { imageId: 'ami-0123456789abcdef0' } },
  });
}

describe('fleet', () => {
  test('instances have no public address, an encrypted disk and metadata by tokens alone', async () => {
    const rendered = await fleet();
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_launch_template')).toMatchObject({
      image_id: 'ami-0123456789abcdef0',
      block_device_mappings: [{ ebs: { encrypted: 'true', volume_type: 'gp3' } }],
      metadata_options: { http_tokens: 'required' },
      network_interfaces: [{ associate_public_ip_address: 'false' }],
    });
    expect(only(rendered, 'aws_launch_template')).not.toHaveProperty('key_name');
  });
});
