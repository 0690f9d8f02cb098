import type { Json, JsonObject } from '../../../schemas/primitives/artifact';
import type { Finding } from '../../../schemas/primitives/finding';
import { isHostError, type Host } from '../../host/host';

/** `--from <workspace>=<file>`: where outputs are read instead of asking Terraform. */
export interface OutputSource {
  readonly workspace: string;
  /** Path in the repository; `-` is standard input. */
  readonly file: string;
}

/** Outputs of a workspace by name, as `terraform output -json` prints them; or why there are none. */
export type OutputsRead =
  { readonly outputs: JsonObject } | { readonly finding: Finding; readonly toolFailed: boolean };

/** Milliseconds that Terraform may take to read one state from far away. */
const patience = 120_000;

export async function readOutputs(host: Host, workspace: string, file: string | undefined): Promise<OutputsRead> {
  if (file !== undefined) return readSource(host, { workspace, file });
  const folder = `workspaces/${workspace}`;
  if (!host.exists(folder)) return failed(folder, `there is no folder of ${workspace}`, 'run slipway synth');
  const result = await host.run('terraform', ['output', '-json'], {
    directory: folder,
    env: { TF_IN_AUTOMATION: '1', TF_INPUT: '0' },
    timeoutMs: patience,
  });
  if (result.outcome === 'missing')
    return failed(folder, 'terraform is not there to read its outputs', `install it, or use ${fromHint(workspace)}`);
  if (result.outcome === 'killed' || result.status !== 0)
    return failed(
      folder,
      result.outcome === 'killed'
        ? `terraform output took longer than ${patience / 1000} s`
        : `terraform output failed: ${reason(result.stderr)}`,
      `run terraform -chdir=${folder} init, or use ${fromHint(workspace)}`,
    );
  return parsed(workspace, folder, result.stdout);
}

function fromHint(workspace: string): string {
  return `--from ${workspace}=<file>`;
}

async function readSource(host: Host, { workspace, file }: OutputSource): Promise<OutputsRead> {
  if (file === '-') return parsed(workspace, 'standard input', await host.readStdin());
  try {
    return parsed(workspace, file, host.readText(file));
  } catch (error) {
    if (!isHostError(error)) throw error;
    return unreadable(
      file,
      `it can not be read: ${error.code}`,
      `name a file below the repository, or pipe it in: --from ${workspace}=-`,
    );
  }
}

function parsed(workspace: string, file: string, text: string): OutputsRead {
  try {
    const value = JSON.parse(text) as Json;
    if (isObject(value) && Object.values(value).every((output) => isObject(output) && 'value' in output))
      return { outputs: value };
  } catch {
    // Told below.
  }
  return unreadable(file, `it does not hold the outputs of ${workspace}`, `use terraform output -json, without a name`);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Terraform’s reason, without its frame; a warning may come first. */
function reason(text: string): string {
  const escape = String.fromCharCode(27);
  const lines = text
    .split(escape)
    .map((part, index) => (index === 0 ? part : part.replace(/^\[[0-9;]*m/, '')))
    .join('')
    .split('\n')
    .map((line) => line.replace(/^[\s│╷╵]+/, '').trim());
  return lines.find((line) => line.startsWith('Error')) ?? lines.find((line) => line !== '') ?? 'it says nothing';
}

function failed(file: string, message: string, fix: string): OutputsRead {
  return { finding: finding(file, message, fix), toolFailed: true };
}

function unreadable(file: string, message: string, fix: string): OutputsRead {
  return { finding: finding(file, message, fix), toolFailed: false };
}

function finding(file: string, message: string, fix: string): Finding {
  const at = { file, line: 1, column: 1 };
  return { code: 'unreadable-outputs', severity: 'error', at, subject: file, message, fix };
}
