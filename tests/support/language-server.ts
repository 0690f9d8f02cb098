import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { pathToFileURL } from 'node:url';

export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** Only what is said here: no schema from the network. */
const settings = {
  yaml: {
    validate: true,
    hover: true,
    completion: true,
    schemaStore: { enable: false, url: '' },
    kubernetesCRDStore: { enable: false },
    disableDefaultProperties: false,
  },
};

/** The YAML language server, as an editor runs it: JSON-RPC over standard input and output. */
export class LanguageServer {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly answers = new Map<number, (result: unknown) => void>();
  private readonly diagnostics = new Map<string, (found: readonly Diagnostic[]) => void>();
  private received = Buffer.alloc(0);
  private nextId = 1;

  private constructor(private readonly root: string) {
    const program = join(root, 'node_modules/yaml-language-server/bin/yaml-language-server');
    this.process = spawn(execPath, [program, '--stdio'], { cwd: root });
    this.process.stdout.on('data', (chunk: Buffer) => this.read(chunk));
  }

  static async start(root: string): Promise<LanguageServer> {
    const server = new LanguageServer(root);
    await server.request('initialize', {
      processId: null,
      rootUri: pathToFileURL(root).href,
      capabilities: { workspace: { configuration: true } },
    });
    server.notify('initialized', {});
    server.notify('workspace/didChangeConfiguration', { settings });
    return server;
  }

  stop(): void {
    this.process.kill();
  }

  /** What is red in a file, as it stands or with another text. */
  async open(path: string, text = readFileSync(join(this.root, path), 'utf8')): Promise<readonly Diagnostic[]> {
    const uri = this.uri(path);
    const found = new Promise<readonly Diagnostic[]>((resolve) => this.diagnostics.set(uri, resolve));
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    return found;
  }

  /** Labels that are offered at a place; lines and characters count from 0. */
  async completion(path: string, position: { line: number; character: number }): Promise<string[]> {
    const answer = await this.request('textDocument/completion', { textDocument: { uri: this.uri(path) }, position });
    const list = answer as { items: { label: string }[] } | { label: string }[];
    return ('items' in list ? list.items : list).map(({ label }) => label);
  }

  async hover(path: string, position: { line: number; character: number }): Promise<string> {
    const answer = await this.request('textDocument/hover', { textDocument: { uri: this.uri(path) }, position });
    return (answer as { contents: { value: string } } | null)?.contents.value ?? '';
  }

  private uri(path: string): string {
    return pathToFileURL(join(this.root, path)).href;
  }

  private request(method: string, params: unknown): Promise<unknown> {
    const id = this.nextId++;
    return new Promise((resolve) => {
      this.answers.set(id, resolve);
      this.send({ id, method, params });
    });
  }

  private notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  private send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  private read(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    for (;;) {
      const head = this.received.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(this.received.subarray(0, head).toString())?.[1]);
      if (head < 0 || this.received.length < head + 4 + length) return;
      const body = this.received.subarray(head + 4, head + 4 + length).toString();
      this.received = this.received.subarray(head + 4 + length);
      this.take(JSON.parse(body) as Message);
    }
  }

  private take({ id, method, params, result }: Message): void {
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: Diagnostic[] };
      this.diagnostics.get(uri)?.(diagnostics);
    } else if (method === 'workspace/configuration' && id !== undefined) {
      const { items } = params as { items: { section?: string }[] };
      this.send({ id, result: items.map(({ section }) => (section === 'yaml' ? settings.yaml : {})) });
    } else if (method !== undefined && id !== undefined) this.send({ id, result: null });
    else if (id !== undefined) this.answers.get(id)?.(result);
  }
}
