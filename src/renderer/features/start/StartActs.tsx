import { Menu } from '@mantine/core'
import {
  IconCheck,
  IconChevronDown,
  IconFolder,
  IconLayoutGrid,
  IconLock,
  IconPlus,
  IconUpload,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '#shared/contract/workspace.ts'
import { useCommand } from '../../api/use-command.ts'
import type { Action, IconComponent } from '../../components/actions/action.ts'
import { ariaShortcut } from '../../components/actions/shortcut.ts'
import { useLanguage } from '../../components/format.tsx'
import { Keys } from '../../components/Keys.tsx'
import { LANGUAGE_NAMES } from '../../components/language-names.ts'
import { ProductMark } from '../../components/ProductMark.tsx'
import styles from './StartActs.module.css'

const ACTS = [
  { id: 'open-sample', key: 'sample', icon: IconLayoutGrid },
  { id: 'import-orders', key: 'import', icon: IconUpload },
  { id: 'new-workspace', key: 'create', icon: IconPlus },
  { id: 'open-workspace', key: 'open', icon: IconFolder },
] as const

interface ActProps {
  icon: IconComponent
  label: string
  detail: string
  shortcut: string
  isPrimary: boolean
  isDisabled: boolean
  onRun: () => void
}

function Act({ icon: Icon, label, detail, shortcut, isPrimary, isDisabled, onRun }: ActProps) {
  return (
    <button
      type="button"
      className={styles.act}
      data-primary={isPrimary || undefined}
      aria-keyshortcuts={ariaShortcut(shortcut)}
      disabled={isDisabled}
      onClick={onRun}
    >
      <span className={styles.icon}>
        <Icon size={20} stroke={1.6} />
      </span>
      <span className={styles.words}>
        <strong>{label}</strong>
        <span className={styles.detail}>{detail}</span>
      </span>
      <Keys shortcut={shortcut} isJoined />
    </button>
  )
}

function LanguageMenu() {
  const { t } = useTranslation('start')
  const language = useLanguage()
  const revise = useCommand('preferences.revise')
  return (
    <Menu position="top-end">
      <Menu.Target>
        <button
          type="button"
          className={styles.language}
          aria-label={t('language', { name: LANGUAGE_NAMES[language] })}
        >
          {LANGUAGE_NAMES[language]}
          <IconChevronDown size={14} stroke={1.6} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map((other) => (
          <Menu.Item
            key={other}
            lang={other}
            rightSection={other === language ? <IconCheck size={14} stroke={1.6} /> : null}
            onClick={() => revise.mutate({ language: other })}
          >
            {LANGUAGE_NAMES[other]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** The product, what it answers, and the four ways to begin. */
export function StartActs({ actions, isBusy }: { actions: readonly Action[]; isBusy: boolean }) {
  const { t } = useTranslation('start')
  return (
    <aside className={styles.side} aria-label={t('title')}>
      <div className={styles.brand}>
        <ProductMark size={40} />
        <div>
          <h1>{t('product', { ns: 'common' })}</h1>
          <div className={styles.detail}>{t('subtitle')}</div>
        </div>
      </div>
      <p className={styles.promise}>{t('promise')}</p>
      {ACTS.map(({ id, key, icon }) => {
        const action = actions.find((candidate) => candidate.id === id)
        return (
          <Act
            key={id}
            icon={icon}
            label={t(`acts.${key}.label`)}
            detail={t(`acts.${key}.detail`)}
            shortcut={action?.shortcut ?? ''}
            isPrimary={key === 'sample'}
            isDisabled={isBusy}
            onRun={() => action?.run()}
          />
        )
      })}
      <span className={styles.space} />
      <div className={styles.foot}>
        <span className={styles.offline}>
          <IconLock size={14} stroke={1.6} aria-hidden />
          {t('offline')}
        </span>
        <LanguageMenu />
      </div>
    </aside>
  )
}
