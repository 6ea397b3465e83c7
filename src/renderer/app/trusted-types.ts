import { TRUSTED_TYPES_POLICY } from '#shared/contract/page-policy.ts'

declare global {
  interface Window {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: { createHTML(text: string): string }): unknown
    }
  }
}

/** A less-than sign that an HTML parser would take for the start of an element, comment or declaration. */
const MARKUP = /<[a-z/!?]/i

/** Passes style sheets and plain text; throws on anything that could become an element. */
export function refuseMarkup(text: string): string {
  if (MARKUP.test(text)) throw new TypeError('Markup from text is not allowed here.')
  return text
}

/**
 * Libraries write style sheets through innerHTML, which the content security policy only allows by a policy.
 * Anything that could become an element is refused, so no text can turn into markup.
 */
export function installTrustedTypesPolicy(): void {
  window.trustedTypes?.createPolicy(TRUSTED_TYPES_POLICY, {
    createHTML: refuseMarkup,
  })
}
