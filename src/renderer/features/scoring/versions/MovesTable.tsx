import { useTranslation } from 'react-i18next'
import type { ModelComparison } from '#shared/contract/model.ts'
import { AccountLink } from '../../../components/account/AccountLink.tsx'
import { ClassStep } from '../../../components/account/ClassStep.tsx'
import { useFormat } from '../../../components/format.tsx'
import { SimpleTable } from '../../../components/SimpleTable.tsx'
import styles from './Versions.module.css'

/** The accounts that one model puts into another class than the other, and how many more there are. */
export function MovesTable({ comparison }: { comparison: ModelComparison }) {
  const { moves, movedCount, upCount, downCount } = comparison
  const { t } = useTranslation('model')
  const { t: tScoring } = useTranslation('scoring')
  const format = useFormat()
  return (
    <>
      {moves.length > 0 && (
        <div className={styles.movesTable}>
          <SimpleTable
            label={t('versions.moved', { count: movedCount, up: upCount, down: downCount })}
            columns={[
              { key: 'account', label: t('versions.account'), width: '30%' },
              { key: 'classes', label: t('versions.classes') },
              { key: 'scores', label: t('versions.scores'), align: 'end' },
              { key: 'sales', label: t('versions.sales'), align: 'end' },
            ]}
            rows={moves.map((move) => ({
              key: move.id,
              cells: [
                <AccountLink key="account" id={move.id} name={move.name} tab="reasons" />,
                <ClassStep key="classes" from={move.from} to={move.to} />,
                <span key="scores">
                  <span className="ms-dimmed">{format.decimal(move.scoreBefore, 1)}</span>{' '}
                  <b>{format.decimal(move.scoreAfter, 1)}</b>
                </span>,
                format.money(move.netSales),
              ],
            }))}
          />
        </div>
      )}
      {moves.length < movedCount && (
        <p className={styles.more}>{tScoring('desk.more', { count: movedCount - moves.length })}</p>
      )}
    </>
  )
}
