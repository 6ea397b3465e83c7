import { Button, Select } from '@mantine/core'
import { IconAlertTriangle, IconCertificate } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountDetail } from '#shared/contract/account.ts'
import type { CreditSheet } from '#shared/contract/credit.ts'
import type { PaymentPanel } from '#shared/contract/invoice.ts'
import { isKnownEnough } from '#shared/domain/credit.ts'
import { useCall } from '../../../api/use-call.ts'
import { AgeingBars } from '../../../components/AgeingBars.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useFormat } from '../../../components/format.tsx'
import { LoadingLine } from '../../../components/LoadingLine.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { BehaviourPanel } from './BehaviourPanel.tsx'
import styles from './Credit.module.css'
import type { CreditPlace } from './credit-place.ts'
import { GradePanel } from './GradePanel.tsx'
import { InvoicesPanel } from './InvoicesPanel.tsx'
import { LegalPanel } from './LegalPanel.tsx'
import { RateDialog } from './RateDialog.tsx'
import { RatingHistory } from './RatingHistory.tsx'
import { SheetPanel } from './SheetPanel.tsx'
import { useCreditWords } from './use-credit-words.ts'

function Headline({ sheet, payment }: { sheet: CreditSheet; payment: PaymentPanel | undefined }) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const words = useCreditWords()
  const { decision, result } = sheet
  const grade = decision?.grade ?? result.grade
  const of = { quarter: words.quarter(sheet.quarter) }
  const rated =
    grade === null
      ? t('headline.notRated', of)
      : t(decision ? 'headline.rated' : 'headline.draft', {
          ...of,
          grade,
          points: format.decimal(decision?.points ?? result.points, 1),
        })
  const behaviour = !payment
    ? null
    : payment.index === null
      ? t('headline.noInvoices')
      : t('headline.payment', {
          index: format.number(payment.index, 0),
          days: format.number(payment.rates.daysBeyondTerms ?? 0, 1),
        })
  return (
    <div className={styles.headText}>
      <h3 className={styles.sentence}>{[rated, behaviour].filter(Boolean).join(t('clause'))}</h3>
      <div className="ms-dimmed">
        {t('headline.note', {
          day: format.day(sheet.asOf),
          version: decision?.templateVersion ?? sheet.templateVersion,
          coverage: format.percent(100 * (decision?.coverage ?? result.coverage), 0),
        })}
      </div>
    </div>
  )
}

function Remarks({ sheet }: { sheet: CreditSheet }) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const { result, decision, hasChangedSince } = sheet
  const shown = decision ?? result
  const unknown = shown.grade === null ? [] : shown.categories.filter((one) => !isKnownEnough(one))
  return (
    <>
      {result.grade === null && (
        <div className={styles.note}>
          <Notice
            tone="plain"
            title={t('notRated.title', {
              categories: result.missing.map((one) => t(`category.${one}`)).join(t('comma')),
            })}
          >
            {t('notRated.text')}
          </Notice>
        </div>
      )}
      {unknown.length > 0 && (
        <div className={styles.note}>
          <Notice
            tone="plain"
            title={t('unknown.title', {
              categories: unknown.map(({ category }) => t(`category.${category}`)).join(t('comma')),
            })}
          >
            {t('unknown.text', { coverage: format.percent(100 * shown.coverage, 0) })}
          </Notice>
        </div>
      )}
      {shown.gates.length > 0 && (
        <div className={styles.note}>
          <Notice tone="amber" icon={IconAlertTriangle} title={t('gates.title')}>
            <ul className={styles.gates}>
              {shown.gates.map(({ gate, cap }) => (
                <li key={gate}>{t(`gate.${gate}`, { cap, pointsGrade: shown.pointsGrade ?? '' })}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {hasChangedSince && (
        <div className={styles.note}>
          <Notice
            tone="accent"
            title={
              result.grade === null
                ? t('changedSinceUnrated')
                : t('changedSince', { grade: result.grade, points: format.decimal(result.points, 1) })
            }
          />
        </div>
      )}
    </>
  )
}

function Payments({ accountId, payment }: { accountId: string; payment: PaymentPanel }) {
  const { t } = useTranslation('credit')
  if (!payment.hasInvoices) {
    return (
      <Panel
        className={styles.full}
        title={t('empty.title')}
        note={t('empty.text')}
        actions={
          <Button variant="default" component={Link} to="/import">
            {t('empty.act')}
          </Button>
        }
      />
    )
  }
  return (
    <>
      <BehaviourPanel payment={payment} />
      <InvoicesPanel accountId={accountId} />
    </>
  )
}

function AgeingPanel({ payment }: { payment: PaymentPanel }) {
  const { t } = useTranslation('credit')
  const format = useFormat()
  const share = payment.open > 0 ? (100 * payment.overdue) / payment.open : 0
  return (
    <Panel
      title={
        payment.open > 0
          ? t(payment.overdue > 0 ? 'ageing.title' : 'ageing.titleOnTime', {
              open: format.money(payment.open),
              share: format.percent(share),
            })
          : t('ageing.titleNone')
      }
      note={t('ageing.note')}
    >
      <AgeingBars rows={payment.ageing} />
    </Panel>
  )
}

/** Credit of an account: the sheet behind its grade, how it pays, and every invoice. */
export function CreditTab({
  detail,
  place,
  onPlace,
}: {
  detail: AccountDetail
  place: CreditPlace
  onPlace: (place: CreditPlace) => void
}) {
  const { t } = useTranslation('credit')
  const words = useCreditWords()
  const accountId = detail.row.id
  const [isFinishing, setFinishing] = useState(false)
  const sheetCall = useCall(
    'credit.sheet',
    { accountId, ...(place.quarter ? { quarter: place.quarter } : {}) },
    { keepPrevious: true },
  )
  const { data: payment } = useCall('invoice.payment', { accountId })
  const sheet = sheetCall.data
  if (sheetCall.error?.code === 'no-data') {
    return <Panel title={t('noData.title')} note={t('noData.text')} />
  }
  if (sheetCall.error) return <ErrorNotice failure={sheetCall.error} />
  if (!sheet) return <LoadingLine />
  return (
    <div className={styles.room}>
      <div className={styles.headline}>
        <Headline sheet={sheet} payment={payment} />
        <div className={styles.acts}>
          <Select
            className={styles.quarter}
            aria-label={t('quarter')}
            allowDeselect={false}
            value={sheet.quarter}
            data={sheet.quarters.map((value) => ({ value, label: words.quarter(value) }))}
            onChange={(quarter) => onPlace({ ...place, quarter: quarter ?? undefined })}
          />
          <Button
            leftSection={<IconCertificate size={16} stroke={1.6} />}
            variant={sheet.decision && !sheet.hasChangedSince ? 'default' : 'filled'}
            disabled={sheet.result.grade === null}
            onClick={() => setFinishing(true)}
          >
            {t(sheet.decision ? 'finishAgain' : 'finish')}
          </Button>
        </div>
      </div>
      <Remarks sheet={sheet} />
      <div className={styles.board}>
        <SheetPanel
          sheet={sheet}
          opened={place.indicator}
          onOpen={(indicator) =>
            onPlace({ ...place, indicator: place.indicator === indicator ? undefined : indicator })
          }
        />
        <div className={styles.column}>
          <GradePanel sheet={sheet} open={payment?.open ?? null} />
          {payment?.hasInvoices && <AgeingPanel payment={payment} />}
          <RatingHistory accountId={accountId} />
          <LegalPanel accountId={accountId} sheet={sheet} />
        </div>
        {payment && <Payments accountId={accountId} payment={payment} />}
      </div>
      <RateDialog
        accountId={accountId}
        name={detail.row.name}
        sheet={sheet}
        isOpen={isFinishing}
        onClose={() => setFinishing(false)}
      />
    </div>
  )
}
