import { pinyin } from 'pinyin-pro'

const HAN = /\p{Script=Han}/u
const SHORT_NAME = /^\p{Script=Han}{2,3}$/u

/**
 * How a name is typed in pinyin: whole syllables run together without tones (ü as v), and their initials.
 * Letters and digits of a mixed name stay in place; both are empty where the name has no Chinese.
 */
export function pinyinOf(name: string): { full: string; initials: string } {
  const text = name.normalize('NFKC').trim()
  if (!HAN.test(text)) return { full: '', initials: '' }
  // A name of two or three characters is a person's: 单 as a surname is Shan, not Dan.
  const syllables = pinyin(text, {
    type: 'all',
    toneType: 'none',
    v: true,
    ...(SHORT_NAME.test(text) ? { surname: 'head' } : {}),
  })
  let full = ''
  let initials = ''
  for (const { origin, pinyin: syllable, isZh } of syllables) {
    const typed = (isZh ? syllable : origin).toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
    full += typed
    initials += isZh ? typed.slice(0, 1) : typed
  }
  return { full, initials }
}
