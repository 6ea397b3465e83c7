import type { Employment, PersonRow } from '#shared/contract/person.ts'
import type { Day } from '#shared/domain/calendar.ts'

export interface PersonPost {
  person: PersonRow
  /** The post at this company: the present one, else the one that ended last. */
  post: Employment
  hasLeft: boolean
}

const endOf = (post: Employment) => post.endedOn ?? '9999-12-31'

/** The last day counts as left; a post that ends later is still held. */
export function hasLeft(post: Pick<Employment, 'endedOn'>, today: Day): boolean {
  return post.endedOn !== null && post.endedOn <= today
}

/** People of a company with their post there, those who left last. */
export function postsAt(people: readonly PersonRow[], companyId: string, today: Day): PersonPost[] {
  const posts = people.flatMap((person): PersonPost[] => {
    const [post] = person.employments
      .filter((one) => one.companyId === companyId)
      .sort((a, b) => (endOf(a) < endOf(b) ? 1 : -1))
    return post ? [{ person, post, hasLeft: hasLeft(post, today) }] : []
  })
  return [...posts.filter((one) => !one.hasLeft), ...posts.filter((one) => one.hasLeft)]
}
