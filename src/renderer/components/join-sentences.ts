import type { Language } from '#shared/contract/workspace.ts'

/** Sentences one after another: a Chinese full stop brings its own space. */
export const joinSentences = (language: Language, sentences: readonly string[]): string =>
  sentences.filter((sentence) => sentence !== '').join(language === 'en' ? ' ' : '')
