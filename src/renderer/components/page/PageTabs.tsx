import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './PageTabs.module.css'

export interface PageTab {
  key: string
  label: ReactNode
  /** In grey behind the label. */
  count?: ReactNode
  isActive: boolean
  onSelect: () => void
}

/** Tabs of a page: arrows move, the active one carries the line. */
export function PageTabs({ tabs }: { tabs: readonly PageTab[] }) {
  const { t } = useTranslation('common')
  const list = useRef<HTMLDivElement>(null)

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const active = tabs.findIndex((tab) => tab.isActive)
    const next = (active + step + tabs.length) % tabs.length
    tabs[next]?.onSelect()
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus()
  }

  return (
    <div ref={list} className={styles.tabs} role="tablist" aria-label={t('frame.tabs')} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          role="tab"
          className={styles.tab}
          aria-selected={tab.isActive}
          tabIndex={tab.isActive ? 0 : -1}
          onClick={tab.onSelect}
        >
          {tab.label}
          {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
        </button>
      ))}
    </div>
  )
}
