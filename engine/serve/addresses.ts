import { BlockList, isIP } from 'node:net'

type Network = readonly [address: string, prefix: number]

// Taken out of IPv4 for special purposes: this host, private networks, carriers' networks, loopback, links, tests and
// examples, multicast and the reserved rest.
const CLOSED_V4: readonly Network[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

// Of IPv6 only 2000::/3 is in public use; inside it, tunnels (which end at some IPv4 address) and examples are not.
const CLOSED_V6: readonly Network[] = [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const listOf = (networks: readonly Network[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList()
  for (const [address, prefix] of networks) list.addSubnet(address, prefix, family)
  return list
}

// Two lists: one alone would take every IPv4 address for the IPv6 address that it can be written as.
const closedV4 = listOf(CLOSED_V4, 'ipv4')
const closedV6 = listOf(CLOSED_V6, 'ipv6')

/** Whether an IP address is one of the public internet: no loopback, no private network, no link, nothing reserved. */
export const isPublicAddress = (address: string): boolean => {
  const version = isIP(address)
  if (version === 0) return false
  return version === 4 ? !closedV4.check(address, 'ipv4') : !closedV6.check(address, 'ipv6')
}
