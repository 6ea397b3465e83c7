import { useTranslation } from 'react-i18next'
import type { AccountExplanation } from '#shared/contract/account.ts'
import type { CallFailure } from '../../../api/call-failure.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { ReasonsTab, type ReasonsTabProps } from './ReasonsTab.tsx'

export interface ExplainedReasonsProps extends Omit<ReasonsTabProps, 'explanation'> {
  /** Undefined while it is being read, and where it failed. */
  explanation: AccountExplanation | undefined
  failure: CallFailure | null
}

/** The reasons of a class once they are known; before a model exists, that there is none. */
export function ExplainedReasons({ explanation, failure, ...tab }: ExplainedReasonsProps) {
  const { t } = useTranslation('account')
  if (failure?.code === 'no-data') {
    return (
      <Panel title={t('class.none')}>
        <p className="ms-dimmed">{t('class.noModel')}</p>
      </Panel>
    )
  }
  if (failure) return <ErrorNotice failure={failure} />
  if (!explanation) return <LoadingLine />
  return <ReasonsTab explanation={explanation} {...tab} />
}
