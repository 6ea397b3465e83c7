import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { criterionKey } from '#shared/domain/scoring-model.ts'
import { useCall } from '../../api/use-call.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useFormat } from '../../components/format.tsx'
import { Keys } from '../../components/Keys.tsx'
import { LoadingLine } from '../../components/LoadingLine.tsx'
import { Page } from '../../components/page/Page.tsx'
import styles from './Account.module.css'
import { AccountHeader } from './AccountHeader.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { CreditDrawer } from './credit/CreditDrawer.tsx'
import { CreditTab } from './credit/CreditTab.tsx'
import { readPlace, writePlace } from './credit/credit-place.ts'
import { FactorsTab } from './factors/FactorsTab.tsx'
import { OverviewTab } from './overview/OverviewTab.tsx'
import { PeopleTab } from './people/PeopleTab.tsx'
import { PersonDrawer } from './people/PersonDrawer.tsx'
import { useNewPersonFocus } from './people/use-new-person-focus.ts'
import { usePeopleEdits } from './people/use-people-edits.ts'
import { CriterionDrawer } from './reasons/CriterionDrawer.tsx'
import { ExplainedReasons } from './reasons/ExplainedReasons.tsx'
import { RecordTab } from './record/RecordTab.tsx'
import { ShareTab } from './share/ShareTab.tsx'
import { TABS, type Tab } from './tabs.ts'
import { TradeTab } from './trade/TradeTab.tsx'
import { useAccountEdit } from './use-account-edit.ts'
import { useAccountPageActions } from './use-account-page-actions.ts'
import { type Neighbours, useNeighbours } from './use-neighbours.ts'
import { useRemoveAccount } from './use-remove-account.ts'

function Place({ neighbours }: { neighbours: Neighbours }) {
  const { t } = useTranslation('account')
  const format = useFormat()
  return (
    <>
      <span className="ms-number">
        {format.number(neighbours.place)} / {format.number(neighbours.total)}
      </span>
      <span>
        <Keys shortcut="k" /> {t('status.previous')} <Keys shortcut="j" /> {t('status.next')}
      </span>
    </>
  )
}

/** One account: who, how much, how often, why this class, and everything known about it. */
export function AccountPage() {
  const { t } = useTranslation('account')
  const route = getRouteApi('/workspace/accounts/$accountId')
  const { accountId } = route.useParams()
  const search = route.useSearch()
  const navigate = useNavigate()
  const tab = TABS.find((one) => one === search.tab) ?? 'overview'

  const account = useCall('account.get', { id: accountId }, { keepPrevious: true })
  const explained = useCall('account.explain', { id: accountId }, { keepPrevious: true })
  const people = useCall('person.list', { companyId: accountId }, { enabled: tab === 'people' })
  const detail = account.data
  const explanation = explained.data
  const neighbours = useNeighbours(accountId, search.tab)
  // While the next account is being read the one before stays on screen, and is what is edited.
  const shownId = detail?.row.id ?? accountId
  const write = useAccountEdit(shownId)
  const edits = usePeopleEdits(shownId)

  const go = useCallback(
    (next: Tab, detailKey?: string) =>
      void navigate({
        to: '/accounts/$accountId',
        params: { accountId },
        search: {
          ...(next === 'overview' ? {} : { tab: next }),
          ...(detailKey === undefined ? {} : { detail: detailKey }),
        },
        replace: true,
      }),
    [navigate, accountId],
  )
  const name = detail?.row.name ?? ''
  const removeAccount = useRemoveAccount(shownId, name)
  useAccountPageActions({
    name: name || t('title'),
    neighbours,
    onTab: go,
    onAddPerson: useCallback(() => go('people', 'new'), [go]),
    onRemove: removeAccount,
  })

  const addName = useNewPersonFocus(tab === 'people' && search.detail === 'new' && detail !== undefined)
  const criterion = criterionKey.safeParse(search.detail)
  const item = explanation?.items.find((one) => criterion.success && one.criterion === criterion.data)
  const place = readPlace(search.detail)
  const person = people.data?.find(({ id }) => id === search.detail)
  const drawer =
    tab === 'reasons' && item && explanation && detail ? (
      <CriterionDrawer item={item} explanation={explanation} detail={detail} onClose={() => go('reasons')} />
    ) : tab === 'credit' && place.indicator ? (
      <CreditDrawer
        accountId={shownId}
        place={place}
        onClose={() => go('credit', writePlace({ ...place, indicator: undefined }))}
      />
    ) : tab === 'people' && person ? (
      <PersonDrawer key={person.id} person={person} edits={edits} onClose={() => go('people')} />
    ) : undefined

  return (
    <Page
      breadcrumb={[{ label: t('accounts'), link: { to: '/accounts' } }, { label: name || t('title') }]}
      tabs={TABS.map((one) => ({
        key: one,
        label: t(`tab.${one}`),
        isActive: one === tab,
        onSelect: () => go(one),
        ...(one === 'people' && detail ? { count: detail.peopleCount } : {}),
      }))}
      tools={<AccountMenu onRemove={removeAccount} />}
      status={neighbours ? <Place neighbours={neighbours} /> : undefined}
      drawer={drawer}
      padding="none"
    >
      {account.error ? (
        <ErrorNotice failure={account.error} />
      ) : !detail ? (
        <LoadingLine />
      ) : (
        <div className={styles.view}>
          <AccountHeader detail={detail} explanation={explanation} />
          <div className={styles.body}>
            {tab === 'overview' && (
              <OverviewTab detail={detail} explanation={explanation} failure={explained.error} />
            )}
            {tab === 'reasons' && (
              <ExplainedReasons
                detail={detail}
                explanation={explanation}
                failure={explained.error}
                opened={item?.criterion ?? null}
                onOpen={(key) => go('reasons', item?.criterion === key ? undefined : key)}
              />
            )}
            {tab === 'trade' && <TradeTab key={shownId} detail={detail} opened={search.detail} />}
            {tab === 'credit' && (
              <CreditTab
                key={shownId}
                detail={detail}
                place={place}
                onPlace={(next) => go('credit', writePlace(next))}
              />
            )}
            {tab === 'share' && <ShareTab key={shownId} detail={detail} />}
            {tab === 'factors' && <FactorsTab key={shownId} detail={detail} />}
            {tab === 'people' && (
              <PeopleTab
                detail={detail}
                edits={edits}
                opened={person?.id ?? null}
                nameRef={addName}
                onOpen={(id) => go('people', person?.id === id ? undefined : id)}
              />
            )}
            {tab === 'data' && (
              <RecordTab key={shownId} detail={detail} wanted={search.detail} onWrite={write} />
            )}
          </div>
        </div>
      )}
    </Page>
  )
}
