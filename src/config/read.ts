/** The environment and the files it names into one typed value, checked before anything starts. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '#model/index.ts';
import type { PaperSource } from '#model/index.ts';
import { SETTINGS } from './settings.ts';
import type { Setting } from './settings.ts';

export interface Config {
  /** Absolute. */
  readonly dataFolder: string;
  readonly host: string;
  /** Absent where the usual port or the next free one will do. */
  readonly port?: number;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly hideAbstracts: readonly PaperSource[];
  /** An address with `{doi}` or `{pmid}` in it. */
  readonly linkResolver?: string;
  readonly ncbi: NcbiSettings;
  readonly outgoing: Outgoing;
}

/** How PubMed is asked. */
export interface NcbiSettings {
  readonly email?: string;
  readonly key?: string;
  /** Another place than NLM's own, ending with a slash. */
  readonly url?: string;
}

/** How what leaves the house gets out. */
export interface Outgoing {
  readonly proxy?: string;
  readonly noProxy?: string;
  /** Certificates in PEM form. */
  readonly extraCa?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
const LOOPBACK = /^(localhost|::1|127(\.\d{1,3}){3})$/;

/**
 * @param root the package's folder, which relative paths and the data folder go by.
 * @throws AppError `unusable_setting` that names the setting, what is wrong with it and what it may be.
 */
export function readConfig(environment: Environment, root: string): Config {
  const of = (setting: Setting): string | undefined => valueOf(setting, environment);
  const port = of(SETTINGS.port);
  const linkResolver = of(SETTINGS.linkResolver);
  const proxy = of(SETTINGS.proxy);
  const noProxy = of(SETTINGS.noProxy);
  const extraCa = of(SETTINGS.extraCa);
  const email = of(SETTINGS.contactEmail);
  const key = of(SETTINGS.ncbiKey);
  const ncbiUrl = of(SETTINGS.ncbiUrl);
  return {
    dataFolder: resolve(root, of(SETTINGS.data) ?? 'data'),
    host: loopback(of(SETTINGS.host) ?? '127.0.0.1'),
    ...(port === undefined ? {} : { port: portNumber(port) }),
    logLevel: oneOf(SETTINGS.logLevel, of(SETTINGS.logLevel) ?? 'info', LOG_LEVELS),
    hideAbstracts: (of(SETTINGS.hideAbstracts) ?? '')
      .split(',')
      .map((source) => source.trim())
      .filter((source) => source !== '')
      .map((source) => oneOf(SETTINGS.hideAbstracts, source, ['pubmed', 'sample'] as const)),
    ...(linkResolver === undefined ? {} : { linkResolver: resolverAddress(linkResolver) }),
    ncbi: {
      ...(email === undefined ? {} : { email: emailAddress(email) }),
      ...(key === undefined ? {} : { key: ncbiKey(key) }),
      ...(ncbiUrl === undefined ? {} : { url: serviceAddress(SETTINGS.ncbiUrl, ncbiUrl) }),
    },
    outgoing: {
      ...(proxy === undefined ? {} : { proxy: proxyAddress(proxy) }),
      ...(noProxy === undefined ? {} : { noProxy }),
      ...(extraCa === undefined ? {} : { extraCa: certificates(extraCa) }),
    },
  };
}

function valueOf(setting: Setting, environment: Environment): string | undefined {
  const given = environment[setting.name]?.trim();
  const file = setting.secret === true ? environment[`${setting.name}_FILE`]?.trim() : undefined;
  if (given && file) throw unusable(`${setting.name} and ${setting.name}_FILE are both set. Keep one of them.`);
  if (file) return readSecret(`${setting.name}_FILE`, file);
  return given === '' ? undefined : given;
}

function readSecret(name: string, file: string): string {
  const secret = readNamed(name, file).trim();
  if (secret === '') throw unusable(`${name} names ${file}, which is empty.`);
  return secret;
}

function readNamed(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw unusable(
      `${name} names ${file}, which cannot be read. Check the path and that this account may read it.`,
      cause,
    );
  }
}

function loopback(host: string): string {
  if (LOOPBACK.test(host)) return host;
  throw unusable(
    `HOST is ${host}, which others can reach. Until there are accounts to sign in to, the server listens on loopback alone: use 127.0.0.1, or leave HOST unset.`,
  );
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw unusable(`PORT is “${text}”. It must be ${SETTINGS.port.type}.`);
}

function oneOf<T extends string>(setting: Setting, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found !== undefined) return found;
  throw unusable(`${setting.name} is “${value}”. It can be: ${allowed.join(', ')}.`);
}

function resolverAddress(template: string): string {
  const filled = template.replaceAll('{doi}', '10.5555/1').replaceAll('{pmid}', '1');
  const isAddress = URL.canParse(filled) && /^https?:$/.test(new URL(filled).protocol);
  if (isAddress && filled !== template && !/[{}]/.test(filled)) return template;
  throw unusable(
    `${SETTINGS.linkResolver.name} is “${template}”. Write the address of your link resolver with {doi} or {pmid} where the number goes: https://resolver.example.org/?id=doi:{doi}`,
  );
}

function emailAddress(text: string): string {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return text;
  throw unusable(`${SETTINGS.contactEmail.name} is “${text}”, which is no e-mail address.`);
}

function ncbiKey(text: string): string {
  if (/^[0-9A-Za-z]{8,128}$/.test(text)) return text;
  throw unusable(
    `${SETTINGS.ncbiKey.name} is no key of NCBI: a key has letters and digits alone. Copy it again from the settings of your NCBI account.`,
  );
}

function serviceAddress(setting: Setting, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url !== undefined && url.username === '' && url.search === '' && url.hash === '';
  if (isPlain && /^https?:$/.test(url.protocol)) return text.endsWith('/') ? text : `${text}/`;
  throw unusable(`${setting.name} is “${text}”, which is no address. Write it as https://host/.`);
}

function proxyAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && (url.protocol === 'http:' || url.protocol === 'https:')) return text;
  throw unusable(`${SETTINGS.proxy.name} is no address of a proxy. Write it as http://host:port.`);
}

function certificates(file: string): string {
  const pem = readNamed(SETTINGS.extraCa.name, file);
  if (pem.includes('-----BEGIN CERTIFICATE-----')) return pem;
  throw unusable(`${SETTINGS.extraCa.name} names ${file}, which holds no certificate in PEM form.`);
}

function unusable(message: string, cause?: unknown): AppError {
  return new AppError('unusable_setting', message, { cause });
}
