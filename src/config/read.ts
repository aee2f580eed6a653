/** The environment and the files it names into one typed value, checked before anything starts. */
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { AppError } from '#model/index.ts';
import type { PaperSource } from '#model/index.ts';
import { SETTINGS } from './settings.ts';
import type { Setting } from './settings.ts';

export interface Config {
  /** Absolute. */
  readonly dataFolder: string;
  readonly host: string;
  /** Whether nobody but this machine reaches the server. */
  readonly isLoopback: boolean;
  /** Without a slash at its end. */
  readonly publicUrl?: string;
  /** Addresses and ranges. */
  readonly trustedProxies: readonly string[];
  readonly publicReading: boolean;
  /** What the environment says of the house itself, as it was given; the room that keeps such settings judges it. */
  readonly ofHouse: OfHouse;
  /** Absent where the usual port or the next free one will do. */
  readonly port?: number;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly hideAbstracts: readonly PaperSource[];
  /** An address with `{doi}` or `{pmid}` in it. */
  readonly linkResolver?: string;
  readonly ncbi: NcbiSettings;
  readonly outgoing: Outgoing;
}

/** What can be said of the house itself, in the environment or inside it, by the name it has inside. */
const HOUSE_SETTINGS = {
  'house-name': SETTINGS.houseName,
  'time-zone': SETTINGS.timeZone,
  'contact-email': SETTINGS.contactEmail,
  'urgent-number': SETTINGS.urgentNumber,
  'mail-server': SETTINGS.mailServer,
} as const satisfies Record<string, Setting>;

type OfHouse = Readonly<Partial<Record<keyof typeof HOUSE_SETTINGS, string>>>;

/** Which variable each of them comes from. */
export const OF_HOUSE: OfHouse = Object.fromEntries(
  Object.entries(HOUSE_SETTINGS).map(([key, { name }]) => [key, name]),
);

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
    ...listening(of(SETTINGS.host) ?? '127.0.0.1', of(SETTINGS.publicUrl)),
    trustedProxies: listOf(of(SETTINGS.trustProxy)).map(proxyRange),
    publicReading: oneOf(SETTINGS.publicReading, of(SETTINGS.publicReading) ?? 'off', ['on', 'off'] as const) === 'on',
    ofHouse: Object.fromEntries(
      Object.entries(HOUSE_SETTINGS).flatMap(([key, setting]) => {
        const value = of(setting);
        return value === undefined ? [] : [[key, value]];
      }),
    ),
    ...(port === undefined ? {} : { port: portNumber(port) }),
    logLevel: oneOf(SETTINGS.logLevel, of(SETTINGS.logLevel) ?? 'info', LOG_LEVELS),
    hideAbstracts: listOf(of(SETTINGS.hideAbstracts)).map((source) =>
      oneOf(SETTINGS.hideAbstracts, source, ['pubmed', 'sample'] as const),
    ),
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

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function listening(host: string, publicUrl: string | undefined): Pick<Config, 'host' | 'isLoopback' | 'publicUrl'> {
  const isLoopback = LOOPBACK.test(host);
  if (!isLoopback && publicUrl === undefined)
    throw unusable(
      `HOST is ${host}, which others can reach. Set PUBLIC_URL to the https address they reach it by, or leave HOST unset to listen at this machine alone.`,
    );
  return { host, isLoopback, ...(publicUrl === undefined ? {} : { publicUrl: publicAddress(publicUrl) }) };
}

function publicAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isBare = url !== undefined && url.pathname === '/' && `${url.search}${url.hash}${url.username}` === '';
  if (isBare && url.protocol === 'https:') return url.origin;
  throw unusable(
    `${SETTINGS.publicUrl.name} is “${text}”. Write where people reach the house: https://attune.example.org, with nothing behind the name.`,
  );
}

function proxyRange(text: string): string {
  const [address = '', bits, more] = text.split('/');
  const widest = isIP(address) === 6 ? 128 : 32;
  const isRange = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest);
  if (isIP(address) > 0 && isRange && more === undefined) return text;
  throw unusable(
    `${SETTINGS.trustProxy.name} has “${text}” in it. It takes addresses and ranges, such as 10.0.0.7 or 192.168.4.0/24.`,
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
