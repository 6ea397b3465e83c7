import type { SampleAccount } from './sample-accounts.ts'
import { type Bilingual, SAMPLE_FIRM } from './sample-firm.ts'
import type { SampleRandom } from './sample-random.ts'

export interface SamplePerson {
  person: Bilingual
  title: Bilingual
  companyNumber: string
}

/** What tells a person of the sample from every other. */
export const samplePersonKey = ({ companyNumber, person }: SamplePerson): string =>
  `${companyNumber} ${person.zh}`

/** Accounts beyond this rank have nobody written down yet, as in real workspaces. */
const KNOWN_TO_RANK = 60

/** The people of firm.json, and one to three fictional ones at each larger Chinese account. */
export function samplePeople(accounts: readonly SampleAccount[], random: SampleRandom): SamplePerson[] {
  const { people, names } = SAMPLE_FIRM
  return accounts.slice(0, KNOWN_TO_RANK).flatMap((account): SamplePerson[] => {
    const named = people[account.number]
    if (named) {
      return named.map(({ name, title }) => ({ person: name, title, companyNumber: account.number }))
    }
    if (account.country !== 'CN') return []
    const taken = new Set<string>()
    return Array.from({ length: random.integer(1, 3) }).flatMap(() => {
      const [surnameZh, surnameEn] = random.pick(names.surnames)
      const [givenZh, givenEn] = random.pick(names.givenNames)
      const [titleZh, titleEn] = random.pick(names.titles)
      const zh = `${surnameZh}${givenZh}`
      if (taken.has(zh)) return []
      taken.add(zh)
      return [
        {
          person: { zh, en: `${surnameEn} ${givenEn}` },
          title: { zh: titleZh, en: titleEn },
          companyNumber: account.number,
        },
      ]
    })
  })
}
