import { spawnSync } from 'node:child_process';
import { fleet, script } from './fleet-kit';

const patched = {
  components: { patching: { nightly: { schedule: 'rate(1 day)', targetTags: { PatchGroup: 'acme-servers' } } } },
  uses: { nightly: 'patched' },
};

describe('what an instance does for as long as it runs', () => {
  test('the machine waits for a container that may take its time to end, and for Docker behind it', async () => {
    const rendered = await fleet({ container: { stopSeconds: 120 } });
    expect(rendered.findings).toEqual([]);
    const [line = ''] = /^printf .*stop\.conf$/m.exec(script(rendered)) ?? [];
    const { stdout } = spawnSync('bash', ['-c', line.replace(/>\S+$/, '')], { encoding: 'utf8' });
    expect(stdout).toBe('[Service]\nTimeoutStopSec=150\n');
    expect(script(rendered)).toContain('>/etc/systemd/system/docker.service.d/stop.conf\nsystemctl daemon-reload\n');
  });

  test('one that is patched takes packages from the newest release, once those of the start are there', async () => {
    const rendered = await fleet({ uses: patched.uses }, patched.components);
    expect(rendered.findings).toEqual([]);
    const text = script(rendered);
    const release = 'echo latest >/etc/dnf/vars/releasever';
    expect(text).toContain(`if grep --quiet 'platform:al2023' /etc/os-release; then ${release}; fi`);
    expect(text.indexOf(release)).toBeGreaterThan(text.indexOf('need docker docker'));
  });

  test('one that nobody patches keeps to the release of its machine image', async () => {
    expect(script(await fleet())).not.toContain('releasever');
  });

  test('its health is asked for even when nothing else of the start succeeds', async () => {
    const text = script(await fleet({ healthCommand: { command: ['true'] } }));
    expect(text.indexOf('systemctl enable --now fleet-health.timer')).toBeLessThan(text.indexOf('need docker docker'));
  });
});
