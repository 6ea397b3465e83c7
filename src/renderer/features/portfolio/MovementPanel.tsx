import { useTranslation } from 'react-i18next'
import { useFormat } from '../../components/format.tsx'
import { Panel } from '../../components/Panel.tsx'
import { MovementMatrix, type MovementMatrixProps } from './MovementMatrix.tsx'
import { useDayName } from './use-day-name.ts'

/** How many rose, fell and stayed since the quarter before. */
export function MovementPanel(props: MovementMatrixProps & { className?: string | undefined }) {
  const { className, ...matrix } = props
  const { t } = useTranslation('portfolio')
  const format = useFormat()
  const dayName = useDayName()
  const { up, down, unchanged, entered, previousAsOf } = props.overview.migration
  const note = t('movement.note', { before: dayName(previousAsOf), now: dayName(props.overview.asOf) })
  return (
    <Panel
      className={className}
      title={t('movement.title', {
        up: format.number(up),
        down: format.number(down),
        unchanged: format.number(unchanged),
      })}
      note={entered > 0 ? `${note}${t('movement.entered', { count: entered })}` : note}
    >
      <MovementMatrix {...matrix} />
    </Panel>
  )
}
