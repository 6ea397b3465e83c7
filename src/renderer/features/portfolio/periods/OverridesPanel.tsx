import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ClassOverride } from '#shared/contract/override.ts'
import { useCall } from '../../../api/use-call.ts'
import { useCommand } from '../../../api/use-command.ts'
import { AccountLink } from '../../../components/account/AccountLink.tsx'
import { ClassLetter } from '../../../components/ClassLetter.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { useUndoToast } from '../../../components/page/use-undo.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import { Tag } from '../../../components/Tag.tsx'
import styles from './Periods.module.css'

function EndButton({ override }: { override: ClassOverride }) {
  const { t } = useTranslation('portfolio')
  const tell = useUndoToast()
  const end = useCommand('override.end')
  return (
    <Button
      variant="subtle"
      h={24}
      px={8}
      loading={end.isPending}
      aria-label={t('overrides.endOf', { name: override.accountName })}
      onClick={() =>
        end.mutate(
          { id: override.id },
          { onSuccess: () => tell(t('overrides.ended', { name: override.accountName })) },
        )
      }
    >
      {t('overrides.end')}
    </Button>
  )
}

/** The ledger of classes set by hand: who, why, until when, and what the model says today. */
export function OverridesPanel({ className }: { className?: string | undefined }) {
  const { t } = useTranslation('portfolio')
  const format = useFormat()
  const { data, error } = useCall('override.list', {})
  const active = data?.filter(({ state }) => state === 'active').length ?? 0
  const past = data?.filter(({ state }) => state === 'expired' || state === 'ended').length ?? 0
  return (
    <Panel
      className={className}
      title={
        !data || data.length === 0
          ? t('overrides.titleNone')
          : t('overrides.title', { count: active, past: format.number(past) })
      }
      note={t('overrides.note')}
      padding="none"
    >
      {error ? (
        <ErrorNotice failure={error} />
      ) : !data ? (
        <LoadingLine />
      ) : data.length === 0 ? (
        <p className={`${styles.padded} ms-dimmed`}>{t('overrides.none')}</p>
      ) : (
        <div className={styles.scroll}>
          <SimpleTable
            label={t('overrides.label')}
            columns={[
              { key: 'state', label: t('overrides.state') },
              { key: 'account', label: t('publication.account') },
              { key: 'class', label: t('overrides.class') },
              { key: 'computed', label: t('publication.calculated') },
              { key: 'reason', label: t('overrides.reason') },
              { key: 'author', label: t('overrides.author') },
              { key: 'setOn', label: t('overrides.setOn') },
              { key: 'expiresOn', label: t('overrides.expiresOn') },
              { key: 'act', label: t('overrides.end'), isLabelHidden: true },
            ]}
            rows={data.map((override) => ({
              key: override.id,
              cells: [
                <Tag key="state" tone={override.state === 'active' ? 'accent' : 'plain'}>
                  {t(`overrides.states.${override.state}`)}
                </Tag>,
                <span key="account" className={styles.name}>
                  <AccountLink id={override.accountId} name={override.accountName} tab="reasons" />
                </span>,
                <ClassLetter key="class" valueClass={override.valueClass} />,
                <ClassLetter key="computed" valueClass={override.computedValueClass} />,
                <span key="reason" className={styles.reason} title={override.reason}>
                  {override.reason}
                </span>,
                override.author,
                format.day(override.setOn),
                override.endedOn === null ? (
                  format.day(override.expiresOn)
                ) : (
                  <span key="until">
                    {t('overrides.endedOn', {
                      day: format.day(override.endedOn),
                      by: override.endedBy ?? '',
                    })}
                  </span>
                ),
                override.state === 'active' ? <EndButton key="act" override={override} /> : '',
              ],
            }))}
          />
        </div>
      )}
    </Panel>
  )
}
