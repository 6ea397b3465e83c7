import { STYLE_NONCE_PROPERTY } from '#shared/contract/page-policy.ts'

declare global {
  var __webpack_nonce__: string | undefined
}

/** The nonce under which the page's policy lets style elements apply; undefined where no host set one. */
export function styleNonce(): string | undefined {
  const element = document.querySelector<HTMLMetaElement>(`meta[property="${STYLE_NONCE_PROPERTY}"]`)
  return element?.nonce || undefined
}

/** Libraries that take no option read the nonce from this global. */
export function publishStyleNonce(): void {
  globalThis.__webpack_nonce__ = styleNonce()
}
