import { nearest } from '../../schemas/primitives/nearest';
import { referencePrefix } from '../../schemas/upstream/kubernetes/schema';
import { groupOf, SchemaStore, type KindSchema } from '../../schemas/upstream/kubernetes/store';
import { isHostError, type Files } from '../host/host';
import { CompiledFiles } from './kubernetes-schema-compiled';
import { manifestFinding, schemaRemarks, type ManifestPlace, type Remark } from './kubernetes-schema-findings';
import { ruleRemarks } from './kubernetes-schema-remarks';
import type { ManifestReport } from './kubernetes-schema-report';
import type { Resolve } from './kubernetes-schema-rules';
import type { Validators } from './kubernetes-schema-validators';

export interface JudgeOptions {
  /** Folder of the validators that a build compiled. @default they are compiled as they are needed */
  readonly compiledFolder?: string;
}

/** An object to judge. */
export interface Manifest {
  readonly object: unknown;
  readonly place: Omit<ManifestPlace, 'subject'>;
  /** Version of Kubernetes that its cluster runs. */
  readonly version: string;
}

/**
 * Judges Kubernetes objects against the committed schemas. Compiled validators say yes at once; what they refuse is
 * judged again by ajv with every error it can find, which is loaded only then.
 */
export class ManifestJudge {
  readonly store: SchemaStore;
  private readonly compiled: CompiledFiles | undefined;
  private readonly validators = new Map<string, Validators>();
  private readonly unsupported = new Set<string>();

  constructor(files: Pick<Files, 'readText' | 'readBytes'>, options: JudgeOptions = {}) {
    this.store = new SchemaStore((path) => files.readText(path));
    const folder = options.compiledFolder;
    if (folder !== undefined) this.compiled = new CompiledFiles((name) => readIfThere(files, `${folder}/${name}`));
  }

  /** Judges an object, each item apart where it is a `List`. */
  async judge(manifest: Manifest, report: ManifestReport): Promise<void> {
    const { object, place } = manifest;
    if (typeof object !== 'object' || object === null || Array.isArray(object)) {
      this.refuse(manifest, report, {
        code: 'manifest-not-an-object',
        pointer: '',
        message: `a ${Array.isArray(object) ? 'list' : object === null ? 'null' : typeof object} stands where an object is expected`,
        fix: 'Write a mapping with apiVersion, kind and metadata.',
      });
      return;
    }
    const { apiVersion, kind, items } = object as Readonly<Record<string, unknown>>;
    if (typeof kind !== 'string' || kind === '')
      this.refuse(manifest, report, missing('manifest-without-kind', 'kind'));
    else if (typeof apiVersion !== 'string' || apiVersion === '')
      this.refuse(manifest, report, missing('manifest-without-api-version', 'apiVersion'));
    else if (kind === 'List' && apiVersion === 'v1' && Array.isArray(items)) {
      for (const [index, item] of items.entries())
        await this.judge(
          { ...manifest, object: item, place: { ...place, pointer: `${place.pointer}/items/${String(index)}` } },
          report,
        );
    } else await this.judgeKind({ ...manifest, apiVersion, kind }, report);
  }

  private async judgeKind(manifest: Identified, report: ManifestReport): Promise<void> {
    const place = { ...manifest.place, subject: subjectOf(manifest) };
    const version = minorOf(manifest.version);
    const name = `${manifest.apiVersion} ${manifest.kind}`;
    const file = this.compiled?.of(name, groupOf(manifest.apiVersion), version);
    if (file?.need(name)(manifest.object) === true) {
      report.judgements.push({ path: place.path, subject: place.subject, state: 'judged' });
      if (file.hasRules(name)) await this.judgeRules(manifest, { place, version }, report);
      return;
    }
    const kind = this.knownKind(manifest, place, report);
    if (kind === undefined) return;
    report.judgements.push({ path: place.path, subject: place.subject, state: 'judged' });
    const errors = (await this.validatorsOf(version)).errors(kind, manifest.object);
    if (errors.length === 0 && file !== undefined)
      throw new Error(`the compiled validator refuses ${name}, ajv takes it`);
    for (const remark of schemaRemarks(errors, manifest.kind)) report.findings.push(manifestFinding(place, remark));
    // Rules speak of objects that fit their schema.
    if (errors.length === 0 && kind.rules) await this.judgeRules(manifest, { place, version }, report);
  }

  private async judgeRules(
    manifest: Identified,
    at: { readonly place: ManifestPlace; readonly version: string },
    report: ManifestReport,
  ): Promise<void> {
    const kind = this.store.find(manifest.apiVersion, manifest.kind, at.version);
    if (kind === undefined) throw new Error(`no schema of ${manifest.apiVersion} ${manifest.kind}`);
    const { rulesOf } = await import('./kubernetes-schema-rules');
    const resolve: Resolve = (reference) =>
      this.store.definition(reference.slice(referencePrefix.length), groupOf(manifest.apiVersion), at.version);
    const rules = rulesOf(kind.schema, manifest.object, resolve);
    report.rules.skippedTransitions += rules.transitions.length;
    for (const remark of await ruleRemarks(rules, resolve, report.rules))
      report.findings.push(manifestFinding(at.place, remark));
  }

  /** The schema of a kind; where there is none, the object is unknown and a finding says why. */
  private knownKind(manifest: Identified, place: ManifestPlace, report: ManifestReport): KindSchema | undefined {
    const { apiVersion, kind, version } = manifest;
    const unknown = (reason: string): void => {
      report.judgements.push({ path: place.path, subject: place.subject, state: 'unknown', reason });
    };
    if (this.store.supported(version) === undefined) {
      unknown(`no schemas for Kubernetes ${version}`);
      if (!this.unsupported.has(version)) report.findings.push(manifestFinding(place, this.versionRemark(version)));
      this.unsupported.add(version);
      return undefined;
    }
    const known = this.store.find(apiVersion, kind, version);
    if (known !== undefined) return known;
    // Of Kubernetes' own groups every kind is known: what is not there is wrong, and not just unknown.
    if (this.store.isBuiltin(groupOf(apiVersion)))
      report.judgements.push({ path: place.path, subject: place.subject, state: 'judged' });
    else unknown(`no schema of ${apiVersion} ${kind}`);
    report.findings.push(manifestFinding(place, this.kindRemark(apiVersion, kind, version)));
    return undefined;
  }

  private versionRemark(version: string): Remark {
    const versions = this.store.knownVersions();
    return {
      code: 'kubernetes-version-without-schemas',
      pointer: '',
      message: `there are no schemas for Kubernetes ${version}, which the cluster runs`,
      expected: versions.join(', '),
      fix: `Use a version from ${versions[0] ?? ''} to ${versions.at(-1) ?? ''}.`,
    };
  }

  private kindRemark(apiVersion: string, kind: string, version: string): Remark {
    const names = this.store.kinds(version);
    const sameKind = names.filter((name) => name.endsWith(` ${kind}`));
    const near = sameKind.length > 0 ? sameKind.join(', ') : nearest(`${apiVersion} ${kind}`, names);
    const builtin = this.store.isBuiltin(groupOf(apiVersion));
    const where = builtin ? `Kubernetes ${version} has` : 'there is a schema of';
    return {
      code: builtin ? 'manifest-kind-not-served' : 'manifest-without-schema',
      pointer: '/kind',
      severity: builtin ? 'error' : 'warning',
      message: builtin
        ? `Kubernetes ${version} has no ${apiVersion} ${kind}`
        : `no schema of ${apiVersion} ${kind} is at hand`,
      ...(near !== undefined && { expected: `${where} ${near}` }),
      fix:
        near === undefined ? 'Correct apiVersion and kind, or add the source of the schema.' : `Did you mean ${near}?`,
    };
  }

  private refuse(manifest: Manifest, report: ManifestReport, remark: Remark): void {
    const place = { ...manifest.place, subject: manifest.place.path };
    report.judgements.push({ path: place.path, subject: place.subject, state: 'judged' });
    report.findings.push(manifestFinding(place, remark));
  }

  private async validatorsOf(version: string): Promise<Validators> {
    let validators = this.validators.get(version);
    if (validators === undefined) {
      const { Validators } = await import('./kubernetes-schema-validators');
      validators = new Validators(this.store, version);
      this.validators.set(version, validators);
    }
    return validators;
  }
}

interface Identified extends Manifest {
  readonly apiVersion: string;
  readonly kind: string;
}

function missing(code: Remark['code'], field: string): Remark {
  return { code, pointer: '', message: `the object has no ${field}`, fix: `Add ${field}.` };
}

/** `Deployment dev/user` */
function subjectOf({ object, kind }: Identified): string {
  const { metadata } = object as { readonly metadata?: unknown };
  const { name, generateName, namespace } = (metadata ?? {}) as Readonly<Record<string, unknown>>;
  const called = typeof name === 'string' ? name : typeof generateName === 'string' ? `${generateName}*` : '';
  return `${kind} ${typeof namespace === 'string' ? `${namespace}/` : ''}${called}`.trim();
}

/** `v1.33.4` → `1.33` */
function minorOf(version: string): string {
  return /^v?(\d+\.\d+)/.exec(version)?.[1] ?? version;
}

function readIfThere(files: Pick<Files, 'readBytes'>, path: string): Uint8Array | undefined {
  try {
    return files.readBytes(path);
  } catch (error) {
    if (isHostError(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}
