import type { Props } from './input';
import { fileOf, literal, words } from './shell';

const script = '/usr/local/bin/fleet-health';
const count = '/run/fleet-health-failures';

/** Name of the container on its instance. */
export const containerName = 'fleet';

/** Where cloud-init notes which instance this is. */
export const instanceIdFile = '/var/lib/cloud/data/instance-id';

/**
 * A timer that asks the container for its health and, after some failures in a row, has Auto Scaling replace the instance.
 * It is there before all else, so that an instance whose container never starts is a failure too.
 */
export function healthSteps({ props, region }: { readonly props: Props; readonly region: string }): string[] {
  const health = props.healthCommand;
  if (health === undefined) return [];
  return [
    ...fileOf(script, [
      '#!/bin/bash',
      `failures=$(cat ${count} 2>/dev/null || echo 0)`,
      `if timeout ${health.timeoutSeconds} docker exec ${containerName} ${literal(words(health.command))}; then`,
      '  failures=0',
      'else',
      '  failures=$((failures + 1))',
      'fi',
      `echo "$failures" >${count}`,
      `if [ "$failures" -ge ${health.failures} ]; then`,
      `  aws autoscaling set-instance-health --region ${region} --health-status Unhealthy \\`,
      `    --instance-id "$(cat ${instanceIdFile})"`,
      'fi',
    ]),
    `chmod 700 ${script}`,
    ...fileOf('/etc/systemd/system/fleet-health.service', [
      '[Unit]',
      'Description=Health of the container',
      '[Service]',
      'Type=oneshot',
      `ExecStart=${script}`,
    ]),
    ...fileOf('/etc/systemd/system/fleet-health.timer', [
      '[Unit]',
      'Description=Asks the container for its health',
      '[Timer]',
      `OnActiveSec=${props.healthCheck.graceSeconds}`,
      `OnUnitActiveSec=${health.intervalSeconds}`,
      'AccuracySec=1',
      '[Install]',
      'WantedBy=timers.target',
    ]),
    'systemctl daemon-reload',
    'systemctl enable --now fleet-health.timer',
  ];
}
