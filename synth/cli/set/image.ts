import type { Finding } from '../../../schemas/primitives/finding';
import { commandLine, type Position } from '../../../schemas/primitives/position';
import { pointerOf, valueAt } from '../../load/pointer';
import type { Sources } from '../../load/load';
import { readYaml } from '../../load/yaml-document';
import { unusedImage } from '../../build/unused-entries';
import { resolveEnvironments } from '../../environments';
import type { Assignment, ChangeInput } from './change';

/** `v1.4.2`, `v1.4.2@sha256:…` or `sha256:…`: what the images file is to say of one image. */
export function imageAssignments(
  sources: Sources,
  { file, name, version }: { readonly file: string; readonly name: string; readonly version: string },
): readonly Assignment[] | Finding {
  const [tag = '', digest] = version.startsWith('sha256:') ? ['', version] : version.split('@', 2);
  const pinned = digest === undefined ? digestPlace(sources, file, name) : undefined;
  if (pinned) return digestWins({ at: pinned, name, tag });
  return [
    ...(tag === '' ? [] : [{ keys: ['images', name, 'tag'], value: tag }]),
    ...(digest === undefined ? [] : [{ keys: ['images', name, 'digest'], value: digest }]),
  ];
}

/** Where an image is pinned to a digest. */
function digestPlace(sources: Sources, file: string, name: string): Position | undefined {
  if (!sources.exists(file)) return undefined;
  const { document } = readYaml({ file, bytes: sources.readBytes(file) });
  const pointer = pointerOf(['images', name, 'digest']);
  return valueAt(document?.value, pointer) === undefined ? undefined : document?.positionOf(pointer);
}

function digestWins({ at, name, tag }: { at: Position; name: string; tag: string }): Finding {
  return {
    code: 'digest-wins',
    severity: 'error',
    at,
    subject: `image ${name}`,
    message: `${name} is pinned to a digest, which would still run under the tag ${tag}`,
    expected: `${tag}@sha256:<64 hexadecimal digits>`,
    fix: 'state the digest of the new image too, or take the old one out of the file',
  };
}

/** An image that no container of the environment takes; nothing where that can't be told, since the description has mistakes. */
export async function untakenImage({
  sources,
  all,
  asked: { where, path },
}: Pick<ChangeInput, 'sources' | 'all' | 'asked'>): Promise<Finding | undefined> {
  const selected = all.filter(({ label }) => label === where);
  const [environment] = (await resolveEnvironments(sources, all, selected)).environments;
  if (!environment) return undefined;
  const { buildEnvironment } = await import('../../build/build');
  const unused = unusedImage(environment, buildEnvironment(environment).containers, path);
  if (!unused) return undefined;
  const { message, expected, near, home } = unused;
  return {
    code: 'unused-image',
    severity: 'error',
    at: commandLine,
    subject: `image ${path}`,
    message: `no container takes this image: ${message}`,
    ...(expected === undefined ? {} : { expected }),
    fix: home
      ? `slipway set ${home.label} --image ${path}`
      : near === undefined
        ? 'name one that runs'
        : `did you mean ${near}?`,
  };
}
