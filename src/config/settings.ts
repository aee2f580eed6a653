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
    type: 'an address to listen on',
    fallback: '`127.0.0.1`',
    meaning:
      'Where the server listens. Anything but loopback needs `PUBLIC_URL`, and a house that somebody can be asked to sign in to.',
  },
  port: {
    name: 'PORT',
    type: 'a number from 1 to 65535',
    fallback: '`8080`, or the next free one',
    meaning: 'A port that is asked for and taken is an error; the usual one gives way to the next.',
  },
  publicUrl: {
    name: 'PUBLIC_URL',
    type: 'an address that begins with `https://`',
    fallback: 'none: reached at this machine alone',
    meaning:
      'Where people reach the house, as a proxy in front of it serves it. The server answers to this name alone, and every link that leaves the house begins with it.',
  },
  trustProxy: {
    name: 'TRUST_PROXY',
    type: 'addresses and ranges with commas between: `10.0.0.7, 192.168.4.0/24`',
    fallback: 'none',
    meaning:
      'Proxies whose word on where a request came from is taken. Anybody else’s `X-Forwarded-For` is not believed.',
  },
  publicReading: {
    name: 'PUBLIC_READING',
    type: '`on` or `off`',
    fallback: '`off`',
    meaning: 'Whether searching and reading need no account in a house that has people.',
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
  houseName: {
    name: 'HOUSE_NAME',
    type: 'a name',
    fallback: 'what the settings page says',
    meaning: 'The name of your hospital or unit, as it stands at the top of every page.',
  },
  timeZone: {
    name: 'TIME_ZONE',
    type: 'the name of a time zone: `Europe/Berlin`',
    fallback: 'what the settings page says, else the machine’s',
    meaning:
      'The time zone of the house: it decides when a day begins in the audit log, and which day stands in the name of a file.',
  },
  contactEmail: {
    name: 'CONTACT_EMAIL',
    type: 'an e-mail address',
    fallback: 'what the settings page says',
    meaning:
      'Where people who use the house write to for help, and whom NLM may write to when it asks too much of PubMed: it goes with every request there.',
  },
  urgentNumber: {
    name: 'URGENT_NUMBER',
    type: 'a telephone number',
    fallback: 'what the settings page says',
    meaning: 'The number for what cannot wait.',
  },
  mailServer: {
    name: 'SMTP_URL',
    type: 'an address: `smtps://user:password@host:465`',
    fallback: 'what the settings page says',
    meaning: 'The server that mail is sent by.',
    secret: true,
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
