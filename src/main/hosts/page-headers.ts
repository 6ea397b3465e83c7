import { randomBytes } from 'node:crypto'
import { STYLE_NONCE_PROPERTY, TRUSTED_TYPES_POLICY } from '#shared/contract/page-policy.ts'

const NO_FEATURES = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'xr-spatial-tracking',
]

function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types ${TRUSTED_TYPES_POLICY}`,
  ].join('; ')
}

/** Headers of every answer of both hosts; the policy allows style elements with this nonce and nothing from outside. */
export function pageHeaders(nonce: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce),
    'permissions-policy': NO_FEATURES.map((feature) => `${feature}=()`).join(', '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
  }
}

/** 128 random bits for one answer. */
export const createNonce = (): string => randomBytes(16).toString('base64')

/** The page with the nonce for its scripts to read; browsers hide the attribute from style sheets. */
export function pageWithNonce(page: string, nonce: string): string {
  return page.replace(/<head(?:\s[^>]*)?>/i, `$&<meta property="${STYLE_NONCE_PROPERTY}" nonce="${nonce}">`)
}
