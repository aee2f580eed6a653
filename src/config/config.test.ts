import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readConfig } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'attune-config-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test('nothing has to be set', () => {
  assert.deepEqual(readConfig({}, '/package'), {
    dataFolder: '/package/data',
    host: '127.0.0.1',
    isLoopback: true,
    trustedProxies: [],
    publicReading: false,
    ofHouse: {},
    logLevel: 'info',
    hideAbstracts: [],
    ncbi: {},
    outgoing: {},
  });
});

test('an empty value counts as not set', () => {
  assert.equal(readConfig({ PORT: '', HOST: ' ' }, '/package').port, undefined);
});

test('each value that cannot be used is named with what it may be', () => {
  const wrong = (environment: Record<string, string>, sentence: RegExp): void =>
    void assert.throws(() => readConfig(environment, '/package'), sentence);
  wrong({ PORT: 'eighty' }, /PORT is “eighty”. It must be a number from 1 to 65535/);
  wrong({ PORT: '70000' }, /PORT is “70000”/);
  wrong({ HOST: '0.0.0.0' }, /HOST is 0\.0\.0\.0, which others can reach. Set PUBLIC_URL/);
  wrong(
    { PUBLIC_URL: 'http://attune.example.org' },
    /PUBLIC_URL is “http:.*https:\/\/attune\.example\.org, with nothing behind/,
  );
  wrong({ PUBLIC_URL: 'https://attune.example.org/app' }, /PUBLIC_URL is/);
  wrong({ PUBLIC_URL: 'https://user@attune.example.org' }, /PUBLIC_URL is/);
  wrong({ TRUST_PROXY: '10.0.0.7,proxy' }, /TRUST_PROXY has “proxy” in it/);
  wrong({ TRUST_PROXY: '10.0.0.0/33' }, /TRUST_PROXY has “10/);
  wrong({ PUBLIC_READING: 'yes' }, /PUBLIC_READING is “yes”. It can be: on, off/);
  wrong({ LOG_LEVEL: 'loud' }, /LOG_LEVEL is “loud”. It can be: trace, debug/);
  wrong({ HIDE_ABSTRACTS: 'pubmed,embase' }, /HIDE_ABSTRACTS is “embase”/);
  wrong({ LINK_RESOLVER: 'https://resolver.example.org/' }, /LINK_RESOLVER is “https.*with \{doi\} or \{pmid\}/);
  wrong({ CONTACT_EMAIL: 'the library' }, /CONTACT_EMAIL is “the library”, which is no e-mail address/);
  wrong({ NCBI_API_KEY: 'my key' }, /NCBI_API_KEY is no key of NCBI/);
  wrong({ NCBI_URL: 'ftp://mirror/' }, /NCBI_URL is “ftp.*https:\/\/host\//);
  wrong({ NCBI_URL: 'https://a:b@mirror/' }, /NCBI_URL is/);
  wrong({ LINK_RESOLVER: 'javascript:{doi}' }, /LINK_RESOLVER is/);
  wrong({ LINK_RESOLVER: 'https://resolver.example.org/{issn}?{doi}' }, /LINK_RESOLVER is/);
  wrong({ HTTPS_PROXY: 'proxy' }, /HTTPS_PROXY is no address of a proxy/);
  wrong({ EXTRA_CA_FILE: join(folder, 'absent.pem') }, /EXTRA_CA_FILE names .*absent\.pem, which cannot be read/);
  wrong({ EXTRA_CA_FILE: file('no.pem', 'hello') }, /holds no certificate in PEM form/);
});

test('what others can reach is named by its https address', () => {
  const { host, isLoopback, publicUrl, trustedProxies } = readConfig(
    { HOST: '0.0.0.0', PUBLIC_URL: 'https://Attune.example.org/', TRUST_PROXY: '10.0.0.7, fd00::/8' },
    '/package',
  );
  assert.deepEqual(
    { host, isLoopback, publicUrl, trustedProxies },
    {
      host: '0.0.0.0',
      isLoopback: false,
      publicUrl: 'https://attune.example.org',
      trustedProxies: ['10.0.0.7', 'fd00::/8'],
    },
  );
});

test('a secret can stand in a file, and not in both places', () => {
  const secret = file('proxy', 'http://user:word@proxy.example:3128\n');
  assert.equal(
    readConfig({ HTTPS_PROXY_FILE: secret }, '/package').outgoing.proxy,
    'http://user:word@proxy.example:3128',
  );
  assert.throws(() => readConfig({ HTTPS_PROXY_FILE: secret, HTTPS_PROXY: 'http://a:1' }, '/package'), /are both set/);
  assert.throws(() => readConfig({ HTTPS_PROXY_FILE: file('empty', '\n') }, '/package'), /which is empty/);
  assert.throws(() => readConfig({ HTTPS_PROXY_FILE: join(folder, 'gone') }, '/package'), /cannot be read/);
});
