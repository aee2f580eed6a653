/** Every setting of the house: the one table that reading, checking and the reference page go by. */

export interface Setting {
  readonly name: string;
  /** As a person writes it: `a number`, `one of …`. */
  readonly type: string;
  /** What holds where it is not set, in words. */
  readonly fallback: string;
  readonly meaning: string;
  /** May also be given as a file, `NAME_FILE`, so that it stands in no environment. */
  readonly secret?: true;
}

export const SETTINGS = {
  data: {
    name: 'ATTUNE_DATA',
    type: 'a folder',
    fallback: '`data` in the package',
    meaning: 'The parent of both houses: the sample in `sample`, yours in `home`.',
  },
  host: {
    name: 'HOST',
    type: 'a loopback address',
    fallback: '`127.0.0.1`',
    meaning: 'Where the server listens. Anything but loopback is refused, because nobody could be asked to sign in.',
  },
  port: {
    name: 'PORT',
    type: 'a number from 1 to 65535',
    fallback: '`8080`, or the next free one',
    meaning: 'A port that is asked for and taken is an error; the usual one gives way to the next.',
  },
  logLevel: {
    name: 'LOG_LEVEL',
    type: 'one of `trace`, `debug`, `info`, `warn`, `error`, `silent`',
    fallback: '`info`',
    meaning: 'How much the server tells of its work. Searches and papers are never in the log.',
  },
  hideAbstracts: {
    name: 'HIDE_ABSTRACTS',
    type: 'sources with commas between: `pubmed`',
    fallback: 'none',
    meaning: 'Sources whose abstracts are neither stored at import nor shown.',
  },
  linkResolver: {
    name: 'LINK_RESOLVER',
    type: 'an address with `{doi}` or `{pmid}` in it',
    fallback: 'none',
    meaning: 'Your institution’s link resolver: a paper without a free copy opens through it instead of at its DOI.',
  },
  contactEmail: {
    name: 'CONTACT_EMAIL',
    type: 'an e-mail address',
    fallback: 'none',
    meaning: 'Whom NLM may write to when this house asks too much of PubMed. It goes with every request there.',
  },
  ncbiKey: {
    name: 'NCBI_API_KEY',
    type: 'a key from your NCBI account',
    fallback: 'none',
    meaning: 'Lets the house ask PubMed ten times a second instead of three.',
    secret: true,
  },
  ncbiUrl: {
    name: 'NCBI_URL',
    type: 'an address',
    fallback: 'NLM’s own',
    meaning:
      'Another place that answers as NCBI does, with `entrez/eutils/` and `tools/idconv/` below it. It may be a private address.',
  },
  proxy: {
    name: 'HTTPS_PROXY',
    type: 'an address: `http://user:password@host:port`',
    fallback: 'none',
    meaning: 'The proxy that everything that leaves the house goes through.',
    secret: true,
  },
  noProxy: {
    name: 'NO_PROXY',
    type: 'hosts with commas between',
    fallback: 'none',
    meaning: 'Hosts that are reached without the proxy.',
  },
  extraCa: {
    name: 'EXTRA_CA_FILE',
    type: 'a file with certificates in PEM form',
    fallback: 'none',
    meaning:
      'Certificate authorities to trust beside the usual ones for what leaves the house, such as an institution’s own.',
  },
} as const satisfies Record<string, Setting>;
