import { describe, expect, test } from 'vitest'
import { addressOf, INSIDE, isPrivateAddress } from '../../engine/oauth/address.ts'

const leadsInside = (url: string) => isPrivateAddress(addressOf(url))

describe('RFC 9728 §7.7 an address of one’s own network', () => {
  test.each([
    'https://10.0.0.5/x',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://127.0.0.1:8080/',
    'https://127.1/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://2130706433/',
    'https://169.254.169.254/',
    'https://0.0.0.0/',
    'https://localhost/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:10.0.0.5]/',
    'https://[fc00::1]/',
    'https://[fd12::1]/',
    'https://[fe80::1]/',
    `${INSIDE.origin}/restart`,
  ])('%s is one', (url) => expect(leadsInside(url)).toBe(true))

  test.each([
    'https://notes.example/mcp',
    'https://172.15.0.1/',
    'https://172.32.0.1/',
    'https://192.169.0.1/',
    'https://11.0.0.1/',
    'https://[2001:db8::1]/',
    'https://10.0.0.5.mallory.example/',
    'https://fd.example/',
    'no address',
    '',
  ])('%s is none', (url) => expect(leadsInside(url)).toBe(false))
})
