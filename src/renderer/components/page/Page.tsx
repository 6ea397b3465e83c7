import { IconChevronRight } from '@tabler/icons-react'
import { Link, type LinkProps } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useFrameSlots } from './frame-slots.ts'
import styles from './Page.module.css'
import { type PageTab, PageTabs } from './PageTabs.tsx'
import { TopBarTools } from './TopBarTools.tsx'

export interface Crumb {
  label: string
  /** Where it leads; the last crumb leads nowhere. */
  link?: Pick<LinkProps, 'to' | 'params' | 'search'>
}

export interface PageProps {
  breadcrumb: readonly Crumb[]
  /** Window title; the last crumb when left out. */
  title?: string
  tabs?: readonly PageTab[]
  /** Chips behind the tabs. */
  filters?: ReactNode
  /** Right end of the tab and filter bar. */
  tools?: ReactNode
  /** A second row of filters, 44 px. */
  secondBar?: ReactNode
  /** The one primary act, right end of the top bar. */
  primaryAction?: ReactNode
  /** Left part of the status bar: row count, selection and sums. */
  status?: ReactNode
  /** A <Drawer>; null or undefined closes it. */
  drawer?: ReactNode
  /** Action footer of wizards, 56 px. */
  footer?: ReactNode
  /** 'page' 16 px, 'reading' 24 px, 'none' for grids that fill the centre. */
  padding?: 'none' | 'page' | 'reading'
  children: ReactNode
}

/** The frame's slots around a feature's content; every route renders one. */
export function Page(props: PageProps) {
  const { t } = useTranslation('common')
  const { statusElement } = useFrameSlots()
  const title = props.title ?? props.breadcrumb.at(-1)?.label ?? ''
  const hasBar = Boolean(props.tabs?.length || props.filters || props.tools)

  useEffect(() => {
    document.title = title ? `${title} · ${t('product')}` : t('product')
  }, [title, t])

  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <nav className={styles.breadcrumb} aria-label={t('frame.breadcrumb')}>
          <ol>
            {props.breadcrumb.map((crumb, index) => {
              const isLast = index === props.breadcrumb.length - 1
              return (
                <li key={crumb.label}>
                  {isLast ? (
                    <h1 className={styles.current} aria-current="page">
                      {crumb.label}
                    </h1>
                  ) : (
                    <>
                      {crumb.link ? <Link {...crumb.link}>{crumb.label}</Link> : <span>{crumb.label}</span>}
                      <IconChevronRight size={14} stroke={1.6} aria-hidden />
                    </>
                  )}
                </li>
              )
            })}
          </ol>
        </nav>
        <TopBarTools />
        {props.primaryAction}
      </header>
      {hasBar && (
        <section className={styles.bar} aria-label={t('frame.pageBar')}>
          {props.tabs && props.tabs.length > 0 && <PageTabs tabs={props.tabs} />}
          {props.tabs && props.filters ? <span className={styles.separator} /> : null}
          {props.filters}
          <span className={styles.space} />
          {props.tools}
        </section>
      )}
      <div className={styles.work}>
        <div className={styles.column}>
          {props.secondBar && (
            <section className={styles.bar} aria-label={t('frame.filterBar')}>
              {props.secondBar}
            </section>
          )}
          <main
            className={styles.center}
            data-padding={props.padding ?? 'page'}
            id="page-content"
            tabIndex={-1}
          >
            {props.children}
          </main>
          {props.footer && <footer className={styles.footer}>{props.footer}</footer>}
        </div>
        {props.drawer}
      </div>
      {statusElement && props.status ? createPortal(props.status, statusElement) : null}
    </div>
  )
}
