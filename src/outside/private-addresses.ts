/** Which addresses are of a network's own, and so never where a public service lives. Pure. */
import { BlockList, isIP } from 'node:net';

const PRIVATE_IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Here the large providers of machines answer with their credentials (169.254.169.254).
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // The same of one provider, at an address that looks public.
  ['168.63.129.16', 32],
] as const;

/** IPv6 has room for IPv4 addresses inside: 6to4, Teredo and the site's own NAT64 are refused whole. */
const PRIVATE_IPV6 = [
  // Unspecified, loopback, and IPv4 in its old wrapping.
  ['::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const;

/** The public NAT64, through which networks without IPv4 reach it. */
const NAT64 = '64:ff9b::';

const blocked = new BlockList();
for (const [address, bits] of PRIVATE_IPV4) {
  // The list finds IPv4 in `::ffff:` by itself.
  blocked.addSubnet(address, bits, 'ipv4');
  blocked.addSubnet(`${NAT64}${address}`, 96 + bits, 'ipv6');
}
for (const [address, bits] of PRIVATE_IPV6) blocked.addSubnet(address, bits, 'ipv6');

/** @param address an IPv4 or IPv6 address without brackets; what is neither counts as private. */
export function isPrivateAddress(address: string): boolean {
  const [bare = ''] = address.split('%');
  const family = isIP(bare);
  return family === 0 || blocked.check(bare, family === 6 ? 'ipv6' : 'ipv4');
}
