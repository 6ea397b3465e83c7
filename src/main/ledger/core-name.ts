/** Legal forms and words for groups and branches, longest first; they stand anywhere in a Chinese or Japanese name. */
const HAN_FORMS =
  /股份有限公司|有限责任公司|有限責任公司|有限公司|股份公司|集团公司|集團公司|分公司|总公司|總公司|株式会社|株式會社|有限会社|合同会社|集团|集團|股份$|公司$/gu

/** Legal forms that end a western name, dots and slashes taken out. */
const WORD_FORMS = new Set(
  (
    'ltd limited inc incorporated corp corporation co company gmbh mbh ag kg kgaa ohg ug se sa sas sarl spa srl bv nv ' +
    'oy oyj ab as asa aps plc llc llp lp pty pte pvt private sdn bhd jsc ooo zao sl slu sro kft zrt doo kk group holding holdings'
  ).split(' '),
)

const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/**
 * A company's name reduced to what tells it from others: width, case and accents folded, legal forms, spaces and
 * punctuation dropped. A name that is nothing but a legal form stays as it is. Equal results mean a likely duplicate.
 */
export function coreName(name: string): string {
  const text = folded(name)
  const words = text
    .replace(/[.'’/]/g, '')
    .replace(/&/g, ' ')
    .replace(HAN_FORMS, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  while (words.length > 1 && WORD_FORMS.has(words.at(-1) ?? '')) words.pop()
  return words.join('') || bare(text)
}
