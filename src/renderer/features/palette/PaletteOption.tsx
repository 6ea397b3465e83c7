import { useEffect, useRef } from 'react'
import { Avatar } from '../../components/Avatar.tsx'
import { ClassLetter } from '../../components/ClassLetter.tsx'
import { Keys } from '../../components/Keys.tsx'
import type { NameMatch } from './name-match.ts'
import styles from './Palette.module.css'
import type { PaletteItem } from './palette-item.ts'

function Mark({ mark }: { mark: PaletteItem['mark'] }) {
  if (mark.kind === 'class') return <ClassLetter valueClass={mark.valueClass} />
  if (mark.kind === 'person') return <Avatar name={mark.name} />
  const Icon = mark.icon
  return Icon ? <Icon size={16} stroke={1.6} className={styles.icon} /> : null
}

interface Run {
  text: string
  isHit: boolean
  start: number
}

function runsOf(label: string, hits: readonly number[]): Run[] {
  const runs: Run[] = []
  for (const [index, character] of Array.from({ length: label.length }, (_, at) =>
    label.charAt(at),
  ).entries()) {
    const isHit = hits.includes(index)
    const last = runs.at(-1)
    if (last && last.isHit === isHit) last.text += character
    else runs.push({ text: character, isHit, start: index })
  }
  return runs
}

export interface PaletteOptionProps {
  item: PaletteItem
  text: string
  match: NameMatch
  isActive: boolean
  onPoint: () => void
  onRun: () => void
}

/** One entry: mark, label with what matched, detail and shortcut. */
export function PaletteOption({ item, text, match, isActive, onPoint, onRun }: PaletteOptionProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  const hits = text === '' ? [] : (match(item.label, text) ?? [])
  return (
    <div
      ref={row}
      id={item.id}
      className={styles.option}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onPointerMove={onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onRun}
      onKeyDown={(event) => event.key === 'Enter' && onRun()}
    >
      <span className={styles.mark}>
        <Mark mark={item.mark} />
      </span>
      <span className={styles.label}>
        {runsOf(item.label, hits).map((run) =>
          run.isHit ? <mark key={run.start}>{run.text}</mark> : <span key={run.start}>{run.text}</span>,
        )}
      </span>
      <span className={styles.detail}>{item.detail}</span>
      {item.shortcut ? <Keys shortcut={item.shortcut} /> : isActive ? <Keys shortcut="enter" /> : null}
    </div>
  )
}
