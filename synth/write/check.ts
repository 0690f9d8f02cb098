import { writeCodes } from '../../schemas/codes/write';
import { compareText, type Finding, type Severity } from '../../schemas/primitives/finding';
import { groupBy } from '../../schemas/primitives/group-by';
import { startOf } from './findings';
import type { FileState, PlannedFile, WritePlan } from './plan';

/** Codes by what is wrong with a file, and what to say of it. */
const differences = {
  'hand-edited': { code: 'output-hand-edited', says: 'changed by hand' },
  missing: { code: 'output-missing', says: 'missing' },
  new: { code: 'output-missing', says: 'not rendered yet' },
  outdated: { code: 'output-outdated', says: 'older than the description' },
  stale: { code: 'output-stale', says: 'made by nothing any more' },
} as const satisfies Partial<Record<FileState, { readonly code: keyof typeof writeCodes; readonly says: string }>>;
type Difference = keyof typeof differences;

/** Findings of `synth --check`: whatever a write would change, and whatever stands where it does not belong. */
export function checkWrite(plan: WritePlan): Finding[] {
  const findings = plan.findings.map((finding) => ({ ...finding, severity: 'error' as const }));
  const files = groupBy(plan.files, ({ owner }) => owner);
  const lists = new Map(plan.lists.map((list) => [list.owner, list]));
  const owners = [...new Set([...files.keys(), ...lists.keys()])].sort(compareText);
  const ofOwners = owners.flatMap((owner) => ownerFindings(files.get(owner) ?? [], lists.get(owner)));
  return [...findings, ...ofOwners, ...foreignFindings(plan, 'error')];
}

/** Findings of `synth`: what it replaces although someone changed it, and what it leaves although it does not belong. */
export function writeWarnings(plan: WritePlan): Finding[] {
  const edited = groupBy(
    plan.files.filter(({ keep }) => keep),
    ({ owner }) => owner,
  );
  const findings = [...edited]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, files]) => grouped('hand-edited', 'warning', files));
  return [...findings, ...foreignFindings(plan, 'warning')];
}

function ownerFindings(files: readonly PlannedFile[], list: PlannedFile | undefined): Finding[] {
  const findings = (Object.keys(differences) as Difference[]).flatMap((state) => {
    const those = files.filter((file) => (state === 'hand-edited' ? file.keep : file.state === state && !file.keep));
    return those.length === 0 ? [] : [grouped(state, 'error', those)];
  });
  // Where files differ, so does their list: that is no news.
  if (list === undefined || list.state === 'unchanged' || findings.some(({ code }) => code !== 'output-hand-edited'))
    return findings;
  return [...findings, listOutdated(list)];
}

/** One finding for all files of an owner that differ in one way, so that the reason is not lost among the paths. */
function grouped(state: Difference, severity: Severity, files: readonly PlannedFile[]): Finding {
  const { code, says } = differences[state];
  const [first] = files;
  const owner = first?.owner ?? '';
  return {
    code,
    severity,
    at: startOf(first?.path ?? ''),
    subject: owner,
    message: files.length === 1 ? `${first?.path ?? ''} is ${says}` : `${files.length} files of ${owner} are ${says}`,
    fix: writeCodes[code].fix,
    related: files.map(({ path }) => ({ at: startOf(path), message: says })),
  };
}

function listOutdated({ path, owner }: PlannedFile): Finding {
  return {
    code: 'owned-list-outdated',
    severity: 'error',
    at: startOf(path),
    subject: owner,
    message: `${path} does not list the files of ${owner} as they stand`,
    fix: writeCodes['owned-list-outdated'].fix,
  };
}

function foreignFindings({ foreign }: WritePlan, severity: Severity): Finding[] {
  const folders = [...new Set(foreign.map(folderOf))];
  return folders.map((folder) => {
    const paths = foreign.filter((path) => folderOf(path) === folder);
    return {
      code: 'output-foreign',
      severity,
      at: startOf(paths[0] ?? folder),
      subject: folder,
      message:
        paths.length === 1
          ? `${paths[0] ?? ''} was not written by slipway`
          : `${paths.length} files in ${folder} were not written by slipway`,
      fix: writeCodes['output-foreign'].fix,
      related: paths.map((path) => ({ at: startOf(path), message: 'not written by slipway' })),
    };
  });
}

/** The workspace, or the cluster: `workspaces/pingvas-prod-data`. */
function folderOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}
