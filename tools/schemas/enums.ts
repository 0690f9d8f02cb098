/**
 * Reads the allowed values of fields out of the Go code that Kubernetes generates its OpenAPI document from.
 * The published document leaves them out, since they may grow within a version of an API.
 *
 * @param code text of `pkg/generated/openapi/zz_generated.openapi.go`
 * @returns definition (`core.v1.Service`) → field → allowed values; `field[]` for those of its items
 */
export function readEnums(code: string): Map<string, Map<string, string[]>> {
  const enums = new Map<string, Map<string, string[]>>();
  for (const [name, body] of functions(code)) {
    const fields = fieldEnums(body);
    if (fields.size > 0) enums.set(name, fields);
  }
  return enums;
}

/** `schema_k8sio_api_core_v1_Service` → `core.v1.Service`. */
function* functions(code: string): Generator<[string, string]> {
  const start = /^func schema_\w+?_([a-z]+)_(v\d\w*?)_([A-Z]\w*)\(/gm;
  let last: { readonly name: string; readonly at: number } | undefined;
  for (let match = start.exec(code); match !== null; match = start.exec(code)) {
    if (last !== undefined) yield [last.name, code.slice(last.at, match.index)];
    last = { name: match.slice(1).join('.'), at: match.index };
  }
  if (last !== undefined) yield [last.name, code.slice(last.at)];
}

/** gofmt fixes the indentation: a field of the type stands at five tabs. */
function fieldEnums(body: string): Map<string, string[]> {
  const enums = new Map<string, string[]>();
  let field = '';
  let ofItems = false;
  for (const line of body.split('\n')) {
    const start = /^\t{5}"([^"]+)": \{$/.exec(line);
    if (start !== null) {
      field = start[1] ?? '';
      ofItems = false;
    } else if (/^\t+(?:Items|AdditionalProperties):/.test(line)) {
      ofItems = true;
    } else if (/^\t+Enum: /.test(line)) {
      const values = [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '');
      enums.set(ofItems ? `${field}[]` : field, values);
    }
  }
  return enums;
}
