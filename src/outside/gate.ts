/**
 * Where requests may go: hosts on the list by https, and addresses that the configuration names. A name on the list
 * must not lead into the house's own network, whatever the name service says at the moment of connecting.
 */
import { lookup } from 'node:dns';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { AddressRefused } from './failure.ts';
import { isPrivateAddress } from './private-addresses.ts';

export interface GateOptions {
  /** Hosts that may be reached by https at its usual port, by name. */
  readonly hosts: readonly string[];
  /** Addresses of the configuration, such as `http://127.0.0.1:8099`: may be private and plain http, at that port. */
  readonly named: readonly string[];
  /** Whether a request goes through the proxy that is set, where the proxy looks names up. */
  isProxied(url: URL): boolean;
}

export interface Gate {
  /**
   * @returns how to look the name up for this request; undefined where nothing needs to be checked.
   * @throws AddressRefused
   */
  admit(url: URL): LookupFunction | undefined;
  /** Who did not answer where nothing answers: the network, the proxy, or a machine that the configuration names. */
  wayTo(url: URL): 'network' | 'proxy' | 'named';
}

export function createGate({ hosts, named, isProxied }: GateOptions): Gate {
  const allowed = new Set(hosts.map((host) => host.toLowerCase()));
  const origins = new Set(named.map((address) => new URL(address).origin));
  return {
    admit(url) {
      if (url.username !== '' || url.password !== '') throw new AddressRefused('carries a name or a password');
      if (origins.has(url.origin)) return undefined;
      const host = url.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) !== 0 && isPrivateAddress(host)) throw new AddressRefused('leads into a private network');
      if (!allowed.has(host)) throw new AddressRefused(`is at ${host}, which is not among the hosts that may be asked`);
      if (url.protocol !== 'https:') throw new AddressRefused('is not https');
      if (url.port !== '') throw new AddressRefused('asks for a port of its own');
      return isProxied(url) ? undefined : lookUpPublic;
    },
    wayTo: (url) => (isProxied(url) ? 'proxy' : origins.has(url.origin) ? 'named' : 'network'),
  };
}

/** Looks a name up as Node does, and leaves out what is private: the connection goes to one of the addresses returned. */
const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const open = error === null ? addresses.filter(({ address }) => !isPrivateAddress(address)) : [];
    const [first] = open;
    if (error !== null) callback(error, []);
    else if (first === undefined) callback(new AddressRefused('leads into a private network'), []);
    else if (options.all === true) callback(null, open);
    else callback(null, first.address, first.family);
  });
};
