import { ActionIcon, Menu, TextInput } from '@mantine/core'
import { IconChevronRight, IconDots, IconFileOff, IconSearch, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecentWorkspace } from '#shared/contract/workspace.ts'
import { useCall } from '../../api/use-call.ts'
import { useCommand } from '../../api/use-command.ts'
import { ClassMix } from '../../components/ClassMix.tsx'
import { useFormat } from '../../components/format.tsx'
import { Tag } from '../../components/Tag.tsx'
import type { OpenWorkspace } from '../../components/use-open-workspace.ts'
import styles from './RecentList.module.css'
import { useNameFilter } from './use-name-filter.ts'

function RecentRow({ recent, opening }: { recent: RecentWorkspace; opening: OpenWorkspace }) {
  const { t } = useTranslation('start')
  const format = useFormat()
  const forget = useCommand('workspace.forgetRecent')
  const opened = format.moment(recent.openedAt)
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.open}
        disabled={opening.isBusy}
        onClick={() => opening.openRecent(recent.id)}
      >
        <span className={styles.name}>
          <span className={styles.file}>
            <strong className="ms-ellipsis">{recent.fileName}</strong>
            {recent.isMissing && (
              <Tag tone="amber" icon={IconFileOff}>
                {t('recent.missing')}
              </Tag>
            )}
            {recent.isSample && <Tag>{t('recent.sample')}</Tag>}
          </span>
          <span className={styles.grey}>{recent.location}</span>
        </span>
        <span>
          <ClassMix counts={recent.classCounts} />
          <span className={styles.grey}>
            {t('recent.accounts', { count: recent.accountCount, number: format.number(recent.accountCount) })}
          </span>
        </span>
        <span className={styles.opened} title={format.momentFull(recent.openedAt)}>
          {opened}
        </span>
        <IconChevronRight size={16} stroke={1.6} className={styles.chevron} aria-hidden />
      </button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon className={styles.more} aria-label={t('recent.more', { name: recent.name })}>
            <IconDots size={16} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconTrash size={16} stroke={1.6} />}
            onClick={() => forget.mutate({ recentId: recent.id })}
          >
            {t('recent.forget')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}

/** The workspaces opened before, newest first, with the mix of their classes. */
export function RecentList({ opening }: { opening: OpenWorkspace }) {
  const { t } = useTranslation('start')
  const { data: recents = [] } = useCall('workspace.listRecent', {})
  const [text, setText] = useState('')
  const matches = useNameFilter(recents, text)
  return (
    <section aria-labelledby="recent-title">
      <div className={styles.head}>
        <h2 id="recent-title">{t('recent.title')}</h2>
        {recents.length > 3 && (
          <TextInput
            w={240}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            placeholder={t('recent.search')}
            aria-label={t('recent.search')}
            leftSection={<IconSearch size={16} stroke={1.6} />}
          />
        )}
      </div>
      {recents.length === 0 ? (
        <p className={styles.none}>{t('recent.none')}</p>
      ) : (
        <>
          <div className={styles.columns} aria-hidden>
            <span>{t('recent.name')}</span>
            <span>{t('recent.classes')}</span>
            <span className={styles.openedHead}>{t('recent.opened')}</span>
          </div>
          <ul className={styles.list}>
            {matches.map((recent) => (
              <RecentRow key={recent.id} recent={recent} opening={opening} />
            ))}
          </ul>
          {matches.length === 0 && <p className={styles.none}>{t('recent.noMatch', { text })}</p>}
        </>
      )}
    </section>
  )
}
