import type { JsonObject } from '../../schemas/primitives/artifact';
import { only, output, refused, renderInNetwork, statements, usedByPod } from '../support/data-stores';
import { manifest, resources } from '../support/render';

function files(input: JsonObject = {}) {
  return renderInNetwork({ 'file-system': { files: input } });
}

describe('file-system', () => {
  test('is encrypted, moves what nobody reads after 30 days, and is backed up by AWS', async () => {
    const rendered = await files();
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_efs_file_system')).toMatchObject({
      creation_token: 'acme-test-files',
      encrypted: true,
      kms_key_id: '${data.terraform_remote_state.foundation.outputs.files_key_arn}',
      performance_mode: 'generalPurpose',
      throughput_mode: 'bursting',
      lifecycle_policy: [{ transition_to_ia: 'AFTER_30_DAYS' }],
      lifecycle: { prevent_destroy: true },
    });
    expect(only(rendered, 'aws_efs_backup_policy')).toMatchObject({ backup_policy: { status: 'ENABLED' } });
  });

  test('automatic backups are off where a plan covers it', async () => {
    expect(only(await files({ automaticBackups: false }), 'aws_efs_backup_policy')).toMatchObject({
      backup_policy: { status: 'DISABLED' },
    });
  });

  test('it can be mounted in every zone of the network', async () => {
    expect(resources(await files(), 'aws_efs_mount_target')).toEqual({
      files_us_east_1a: {
        file_system_id: '${aws_efs_file_system.files.id}',
        security_groups: ['${data.terraform_remote_state.foundation.outputs.files_security_group_id}'],
        subnet_id: '${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[0]}',
      },
      files_us_east_1b: {
        file_system_id: '${aws_efs_file_system.files.id}',
        security_groups: ['${data.terraform_remote_state.foundation.outputs.files_security_group_id}'],
        subnet_id: '${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[1]}',
      },
    });
  });

  test('its policy refuses clients without TLS, and root where it is squashed', async () => {
    const [through, tls] = statements(await files({ squashRoot: true }), 'files', 'data') as [JsonObject, JsonObject];
    expect(through['actions']).toEqual(['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite']);
    expect(tls).toMatchObject({
      effect: 'Deny',
      condition: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
    });
  });

  test('moves to the archive and back are said one by one', async () => {
    const rendered = await files({
      throughput: 'elastic',
      infrequentAccessAfterDays: 1,
      archiveAfterDays: 90,
      returnOnAccess: true,
    });
    expect(only(rendered, 'aws_efs_file_system')['lifecycle_policy']).toEqual([
      { transition_to_ia: 'AFTER_1_DAY' },
      { transition_to_archive: 'AFTER_90_DAYS' },
      { transition_to_primary_storage_class: 'AFTER_1_ACCESS' },
    ]);
    expect(only(await files({ infrequentAccessAfterDays: 0 }), 'aws_efs_file_system')['lifecycle_policy']).toEqual([]);
  });

  test('an access point is a folder of a fixed user, and gives its id', async () => {
    const rendered = await files({ accessPoints: { uploads: { path: '/uploads', uid: 1000, gid: 1000 } } });
    expect(only(rendered, 'aws_efs_access_point')).toEqual({
      file_system_id: '${aws_efs_file_system.files.id}',
      posix_user: { uid: 1000, gid: 1000 },
      root_directory: {
        path: '/uploads',
        creation_info: { owner_uid: 1000, owner_gid: 1000, permissions: '0750' },
      },
    });
    expect(output(rendered, 'data', 'files_access_point_id_uploads')).toBe('${aws_efs_access_point.files_uploads.id}');
  });

  test('one that is there already is used as it is', async () => {
    const rendered = await files({
      existing: { fileSystemId: 'fs-0a1b2c3d4e5f60718', securityGroupId: 'sg-0a1b2c3d4e5f60718' },
    });
    expect(rendered.findings).toEqual([]);
    for (const type of ['efs_file_system', 'efs_mount_target', 'kms_key', 'security_group'])
      expect(resources(rendered, `aws_${type}`)).toEqual({});
    expect(output(rendered, 'data', 'files_arn')).toBe('${data.aws_efs_file_system.files.arn}');
  });

  test.each([
    ['mount-read-only', ['elasticfilesystem:ClientMount']],
    ['mount', ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite', 'elasticfilesystem:ClientRootAccess']],
  ])('access %s opens NFS from the pods that have it, and lets them do that much', async (access, actions) => {
    const rendered = await usedByPod(
      { 'file-system': { files: {} } },
      { files: access },
      { files: { fileSystemId: 'fs-0a1b2c3d4e5f60718' } },
    );
    expect(rendered.findings).toEqual([]);
    expect(statements(rendered, 'api_grant_files')).toEqual([
      { effect: 'Allow', actions, resources: ['${data.terraform_remote_state.data.outputs.files_arn}'] },
    ]);
    expect(resources(rendered, 'aws_vpc_security_group_ingress_rule')).toMatchObject({
      apps_to_files_nfs: { from_port: 2049, to_port: 2049, ip_protocol: 'tcp' },
    });
    expect(manifest(rendered, 'NetworkPolicy', 'api')['spec']).toMatchObject({
      egress: expect.arrayContaining([
        {
          to: [{ ipBlock: { cidr: '10.0.11.0/24' } }, { ipBlock: { cidr: '10.0.12.0/24' } }],
          ports: [{ port: 2049, protocol: 'TCP' }],
        },
      ]) as unknown,
    });
  });

  test.each<[string, JsonObject, string]>([
    ['provisioned throughput without a number', { throughput: 'provisioned' }, 'provisioned-throughput at /throughput'],
    [
      'a number without provisioned throughput',
      { provisionedThroughput: 10 },
      'provisioned-throughput at /provisionedThroughput',
    ],
    [
      'elastic throughput with max I/O',
      { throughput: 'elastic', performance: 'max-io' },
      'elastic-max-io at /performance',
    ],
    ['an archive without elastic throughput', { archiveAfterDays: 90 }, 'archive at /archiveAfterDays'],
    [
      'an archive before infrequent access',
      { throughput: 'elastic', archiveAfterDays: 14 },
      'archive at /archiveAfterDays',
    ],
  ])('%s is refused', async (_, input, expected) => {
    expect(refused(await files(input))).toEqual([`file-system/${expected.replace(' at ', ' at /file-system/files')}`]);
  });

  test.each<[string, JsonObject]>([
    ['provisioned throughput with a number', { throughput: 'provisioned', provisionedThroughput: 10 }],
    ['max I/O with bursting throughput', { performance: 'max-io' }],
  ])('%s is taken', async (_, input) => {
    expect((await files(input)).findings).toEqual([]);
  });
});
