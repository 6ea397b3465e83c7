import { Menu, Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconAdjustmentsHorizontal,
  IconBuilding,
  IconChevronDown,
  IconFolder,
  IconHistory,
  IconLayoutDashboard,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconPin,
  IconReportAnalytics,
  IconSettings,
  IconUpload,
} from '@tabler/icons-react'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../api/use-call.ts'
import { Avatar } from '../components/Avatar.tsx'
import type { IconComponent } from '../components/actions/action.ts'
import { useFormat } from '../components/format.tsx'
import { ProductMark } from '../components/ProductMark.tsx'
import styles from './Rail.module.css'
import { useLeaveWorkspace } from './use-leave-workspace.ts'

interface RailLinkProps {
  link: Pick<LinkProps, 'to' | 'search' | 'activeOptions'>
  icon: IconComponent
  label: string
  count?: ReactNode
  isCollapsed: boolean
}

function RailLink({ link, icon: Icon, label, count, isCollapsed }: RailLinkProps) {
  return (
    <Tooltip label={label} position="right" disabled={!isCollapsed}>
      <Link
        {...link}
        className={styles.item}
        activeProps={{ 'data-active': true, 'aria-current': 'page' }}
        aria-label={isCollapsed ? label : undefined}
      >
        <Icon size={16} stroke={1.6} className={styles.icon} />
        {!isCollapsed && <span className={styles.label}>{label}</span>}
        {!isCollapsed && count !== undefined && <span className={styles.count}>{count}</span>}
      </Link>
    </Tooltip>
  )
}

function WorkspaceMenu({ isCollapsed }: { isCollapsed: boolean }) {
  const { t } = useTranslation('common')
  const { data: workspace } = useCall('workspace.current', {})
  const { data: settings } = useCall('settings.get', {})
  const leave = useLeaveWorkspace()
  const name = settings?.companyName ?? workspace?.name ?? ''
  return (
    <Menu width={260}>
      <Menu.Target>
        <UnstyledButton className={styles.workspace} aria-label={t('frame.workspaceMenu', { name })}>
          <ProductMark size={24} />
          {!isCollapsed && <span className={styles.label}>{name}</span>}
          {!isCollapsed && <IconChevronDown size={14} stroke={1.6} className={styles.icon} />}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFolder size={16} stroke={1.6} />} onClick={leave}>
          {t('frame.switchWorkspace')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSettings size={16} stroke={1.6} />}
          renderRoot={(props) => <Link to="/settings" {...props} />}
        >
          {t('nav.settings')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** The way to every place there is, the pinned views, and who is working. */
export function Rail({ isCollapsed, onToggle }: { isCollapsed: boolean; onToggle: () => void }) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const { data: accounts } = useCall('account.list', { filter: {}, sort: [], offset: 0, limit: 1 })
  const { data: views } = useCall('view.list', {})
  const { data: preferences } = useCall('preferences.get', {})
  const pinned = (views ?? []).filter((view) => view.isPinned)
  const toggleLabel = isCollapsed ? t('frame.expandRail') : t('frame.collapseRail')
  const ToggleIcon = isCollapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const author = preferences?.author || t('frame.noAuthor')

  return (
    <nav
      className={styles.rail}
      aria-label={t('frame.mainNavigation')}
      data-collapsed={isCollapsed || undefined}
    >
      <WorkspaceMenu isCollapsed={isCollapsed} />
      <RailLink
        link={{ to: '/portfolio' }}
        icon={IconLayoutDashboard}
        label={t('nav.portfolio')}
        isCollapsed={isCollapsed}
      />
      <RailLink
        link={{ to: '/accounts', activeOptions: { includeSearch: false } }}
        icon={IconBuilding}
        label={t('nav.accounts')}
        count={accounts ? format.number(accounts.all) : undefined}
        isCollapsed={isCollapsed}
      />
      <RailLink
        link={{ to: '/scoring' }}
        icon={IconAdjustmentsHorizontal}
        label={t('nav.scoring')}
        isCollapsed={isCollapsed}
      />
      <RailLink
        link={{ to: '/analysis', activeOptions: { includeSearch: false } }}
        icon={IconReportAnalytics}
        label={t('nav.analysis')}
        isCollapsed={isCollapsed}
      />
      {!isCollapsed && pinned.length > 0 && (
        <>
          <h2 className={styles.section}>{t('frame.pinnedViews')}</h2>
          <div className={styles.pinned}>
            {pinned.map((view) => (
              <Link
                key={view.id}
                to="/accounts"
                search={{ view: view.id }}
                className={styles.item}
                activeOptions={{ includeSearch: true, exact: false }}
                activeProps={{ 'data-pinned-active': true }}
              >
                <IconPin size={16} stroke={1.6} className={styles.icon} />
                <span className={styles.label}>{view.name}</span>
              </Link>
            ))}
          </div>
        </>
      )}
      <span className={styles.space} />
      <RailLink
        link={{ to: '/import' }}
        icon={IconUpload}
        label={t('nav.import')}
        isCollapsed={isCollapsed}
      />
      <RailLink
        link={{ to: '/history' }}
        icon={IconHistory}
        label={t('nav.history')}
        isCollapsed={isCollapsed}
      />
      <RailLink
        link={{ to: '/settings' }}
        icon={IconSettings}
        label={t('nav.settings')}
        isCollapsed={isCollapsed}
      />
      <div className={styles.foot}>
        {!isCollapsed && (
          <span className={styles.author}>
            <Avatar name={author} isOurs />
            <span className={styles.label}>{author}</span>
          </span>
        )}
        <Tooltip label={toggleLabel} position="right">
          <UnstyledButton className={styles.toggle} onClick={onToggle} aria-label={toggleLabel}>
            <ToggleIcon size={16} stroke={1.6} />
          </UnstyledButton>
        </Tooltip>
      </div>
    </nav>
  )
}
