import { SegmentedControl } from '@mantine/core'
import styles from './Analysis.module.css'

export interface KindChoiceProps<Kind extends string> {
  /** Accessible name. */
  label: string
  kinds: readonly { value: Kind; label: string }[]
  kind: Kind
  onKind: (kind: Kind) => void
  /** How many the kind finds, in words; undefined until that is known. */
  count: string | undefined
}

/** The head of a grid that shows one kind of account at a time: the choice, and how many there are. */
export function KindChoice<Kind extends string>({
  label,
  kinds,
  kind,
  onKind,
  count,
}: KindChoiceProps<Kind>) {
  return (
    <>
      <SegmentedControl aria-label={label} value={kind} onChange={onKind} data={[...kinds]} />
      <span className={styles.space} />
      {count !== undefined && <span className="ms-dimmed ms-number">{count}</span>}
    </>
  )
}
