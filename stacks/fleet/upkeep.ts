import type { Start } from './start';

/** Time for Docker itself once the container has ended, in seconds. */
const dockerSeconds = 30;

/** Lines that have the machine wait for its container, and find its patches. */
export function upkeepSteps(start: Start): string[] {
  return [...waitsForContainer(start), ...(start.patched ? [findsPatches] : [])];
}

/** systemd ends a service after 90 seconds, Docker and what still runs in it as well. */
function waitsForContainer({ props }: Start): string[] {
  const directory = '/etc/systemd/system/docker.service.d';
  const seconds = props.container.stopSeconds + dockerSeconds;
  return [
    `mkdir --parents ${directory}`,
    `printf '[Service]\\nTimeoutStopSec=%s\\n' ${seconds} >${directory}/stop.conf`,
    'systemctl daemon-reload',
  ];
}

/**
 * Amazon Linux 2023 holds its repositories to the day of the machine image, and Patch Manager keeps to that: it would find
 * nothing. With the newest release the baseline decides what is installed.
 * @see https://docs.aws.amazon.com/linux/al2023/ug/deterministic-upgrades-usage.html
 */
const findsPatches =
  "if grep --quiet 'platform:al2023' /etc/os-release; then echo latest >/etc/dnf/vars/releasever; fi";
