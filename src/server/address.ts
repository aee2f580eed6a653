/** Where a request came from: the socket's other end, or what proxies say that the house was told to trust. */
import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

const FORWARDING = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via'];

export interface Whence {
  readonly address: string | undefined;
  /** A proxy on this machine makes everybody look local, so whatever was forwarded counts as from elsewhere. */
  readonly isLocal: boolean;
}

/** @param trusted addresses and ranges (`10.0.0.0/8`) of proxies. */
export function whenceOf(trusted: readonly string[]): (context: Context) => Whence {
  const proxies = blockListOf(trusted);
  const isTrusted = (address: string): boolean => proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (context) => {
    const peer = plain(socketAddress(context));
    const isForwarded = FORWARDING.some((name) => context.req.header(name) !== undefined);
    if (peer === undefined || !isTrusted(peer)) return { address: peer, isLocal: !isForwarded && isLoopback(peer) };
    // The nearest proxy wrote last: from the right, the first that is none of ours is the client.
    const said = (context.req.header('x-forwarded-for') ?? '').split(',').map((each) => plain(each.trim()));
    const client = said.findLast((each) => each === undefined || isIP(each) === 0 || !isTrusted(each));
    return { address: client !== undefined && isIP(client) > 0 ? client : peer, isLocal: false };
  };
}

function blockListOf(trusted: readonly string[]): BlockList {
  const list = new BlockList();
  for (const each of trusted) {
    const [address = '', bits] = each.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** Undefined where the request came by no socket, as in a test of the application alone. */
function socketAddress(context: Context): string | undefined {
  return context.env === undefined || !('incoming' in (context.env as object))
    ? undefined
    : getConnInfo(context).remote.address;
}

function plain(address: string | undefined): string | undefined {
  return address?.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^\[|\]$/g, '');
}

function isLoopback(address: string | undefined): boolean {
  return address === undefined || address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));
}
