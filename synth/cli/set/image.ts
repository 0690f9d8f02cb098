import type { Finding } from '../../../schemas/primitives/finding';
import { nearest } from '../../../schemas/primitives/nearest';
import { valueAt } from '../../load/pointer';
import type { Sources } from '../../load/load';
import { readYaml } from '../../load/yaml-document';
import { resolveEnvironments } from '../../environments';
import { locate } from '../../model';
import type { Assignment, ChangeInput } from './change';

/** `v1.4.2`, `v1.4.2@sha256:…` or `sha256:…`: what the images file is to say of one image. */
export function imageAssignments(
  sources: Sources,
  { file, name, version }: { readonly file: string; readonly name: string; readonly version: string },
): readonly Assignment[] | Finding {
  const [tag = '', digest] = version.startsWith('sha256:') ? ['', version] : version.split('@', 2);
  const pinned = digestIn(sources, file, name);
  if (digest === undefined && pinned !== undefined) return digestWins({ file, name, tag });
  return [
    ...(tag === '' ? [] : [{ keys: ['images', name, 'tag'], value: tag }]),
    ...(digest === undefined ? [] : [{ keys: ['images', name, 'digest'], value: digest }]),
  ];
}

function digestIn(sources: Sources, file: string, name: string): unknown {
  if (!sources.exists(file)) return undefined;
  const { document } = readYaml({ file, bytes: sources.readBytes(file) });
  return valueAt(document?.value, `/images/${name}/digest`);
}

function digestWins({ file, name, tag }: { file: string; name: string; tag: string }): Finding {
  return {
    code: 'digest-wins',
    severity: 'error',
    at: { file, line: 1, column: 1 },
    subject: `image ${name}`,
    message: `${name} is pinned to a digest, which would still run under the tag ${tag}`,
    expected: `${tag}@sha256:<64 hexadecimal digits>`,
    fix: 'state the digest of the new image too, or take the old one out of the file',
  };
}

/** An image of what the environment does not have; nothing where that can't be told, since the description has mistakes. */
export async function unknownImage(
  { sources, all, asked: { where, path } }: Pick<ChangeInput, 'sources' | 'all' | 'asked'>,
  file: string,
): Promise<Finding | undefined> {
  const { environments } = await resolveEnvironments(
    sources,
    all,
    all.filter(({ label }) => label === where),
  );
  const [environment] = environments;
  const [name = ''] = path.split('.');
  if (!environment || locate(environment, name)) return undefined;
  const names = [...environment.components.values()].flatMap((component) =>
    environment.kinds.get(component.kind)?.workload ? [component.name] : [],
  );
  const near = nearest(name, names);
  return {
    code: 'unknown-component',
    severity: 'error',
    at: { file, line: 1, column: 1 },
    subject: `image ${path}`,
    message: `${where} has no component ${name} that an image could be of`,
    ...(names.length > 0 ? { expected: `one of ${names.join(', ')}` } : {}),
    fix: near === undefined ? 'name one that runs' : `did you mean ${near}?`,
  };
}
