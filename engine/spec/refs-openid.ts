import type { Ref } from './ref.ts'

type Section = (section: string, anchor: string, name: string) => Ref

function openid(title: string, short: string, file: string): Section {
  return (section, anchor, name) => ({
    title: `OpenID Connect ${title} 1.0 §${section} - ${name}`,
    url: `https://openid.net/specs/openid-connect-${file}-1_0.html#${anchor}`,
    short: `OpenID ${short} §${section}`,
  })
}

const discovery = openid('Discovery', 'Discovery', 'discovery')
const registration = openid('Dynamic Client Registration', 'Registration', 'registration')

/** The sections of OpenID Connect, errata set 2, that MCP leans on. */
export const openidRefs = {
  'openid-discovery-3': discovery('3', 'ProviderMetadata', 'OpenID Provider Metadata'),
  'openid-discovery-4': discovery(
    '4',
    'ProviderConfig',
    'Obtaining OpenID Provider Configuration Information',
  ),
  'openid-discovery-4.1': discovery(
    '4.1',
    'ProviderConfigurationRequest',
    'OpenID Provider Configuration Request',
  ),
  'openid-discovery-4.2': discovery(
    '4.2',
    'ProviderConfigurationResponse',
    'OpenID Provider Configuration Response',
  ),
  'openid-discovery-4.3': discovery(
    '4.3',
    'ProviderConfigurationValidation',
    'OpenID Provider Configuration Validation',
  ),
  'openid-registration-2': registration('2', 'ClientMetadata', 'Client Metadata'),
} as const satisfies Record<string, Ref>
