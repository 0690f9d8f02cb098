import { checkoutApplication } from './image-steps';
import { expression as of, type Job } from './workflow';

/** @see https://github.com/gitleaks/gitleaks; Go holds the module to its public checksum database. */
const gitleaks = 'github.com/zricethezav/gitleaks/v8@v8.28.0';

/** What has to be well before anything of the application is built: no secret in its files, and its own tests. */
export const checkInputs = {
  test: { description: 'Command that tests it', type: 'string', required: true },
} as const;

export const checkJobs: Readonly<Record<'secrets' | 'test', Job>> = {
  secrets: {
    name: 'No secret in the files',
    permissions: { contents: 'read' },
    timeoutMinutes: 15,
    steps: [
      checkoutApplication,
      { uses: 'actions/setup-go', with: { 'go-version': '1.24', cache: false } },
      // What was found is shown without the secret itself: logs are read by many.
      { name: 'Scan', run: [`go run ${gitleaks} dir --redact --no-banner --verbose .`] },
    ],
  },
  test: {
    name: 'Test',
    permissions: { contents: 'read' },
    timeoutMinutes: 30,
    steps: [
      checkoutApplication,
      { name: 'Test', env: { TEST: of('inputs.test') }, run: ['bash -euo pipefail -c "$TEST"'] },
    ],
  },
};
