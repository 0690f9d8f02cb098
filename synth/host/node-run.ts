import type { RunOptions, RunResult } from './host';

/** Runs a command to its end and gathers what it says. `directory` is absolute here. */
export async function runProcess(command: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  // Here, since a bundle opens what stands at the top of a file with the first of its files: 6 ms of every run.
  const { spawn } = await import('node:child_process');
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.directory,
      env: { ...process.env, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    // Not the option of `spawn`: that one's timer outlives a command that is missing, and this process with it.
    const limit =
      options.timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), options.timeoutMs);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    // A command that ends without reading its input closes the pipe: its exit code tells what that means.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(limit);
      if (error.code === 'ENOENT' || error.code === 'EACCES')
        resolve({ outcome: 'missing', status: -1, stdout: '', stderr: '' });
      else reject(error);
    });
    child.on('close', (status, signal) => {
      clearTimeout(limit);
      const said = { stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8') };
      if (signal !== null) resolve({ outcome: 'killed', status: -1, ...said });
      else resolve({ outcome: 'exited', status: status ?? -1, ...said });
    });
  });
}
