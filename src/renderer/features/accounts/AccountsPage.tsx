import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type ClipboardEvent, useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountRevision, AccountRow } from '#shared/contract/account.ts'
import { call } from '../../api/client.ts'
import { useCall } from '../../api/use-call.ts'
import { isEditable } from '../../components/actions/shortcut.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useFormat } from '../../components/format.tsx'
import { DataGrid } from '../../components/grid/DataGrid.tsx'
import { type GridSelection, NOTHING_SELECTED, selectedCount } from '../../components/grid/grid-column.ts'
import { ImportFirst } from '../../components/ImportFirst.tsx'
import { Keys } from '../../components/Keys.tsx'
import { Page } from '../../components/page/Page.tsx'
import { AccountFilters } from './AccountFilters.tsx'
import { AccountPreview } from './AccountPreview.tsx'
import styles from './Accounts.module.css'
import { AccountsStatus } from './AccountsStatus.tsx'
import { ColumnChooser } from './ColumnChooser.tsx'
import { columnsOf } from './grid-view.ts'
import { NewAccountDialog } from './NewAccountDialog.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import { SelectionBar, type SelectionPanel } from './SelectionBar.tsx'
import { SortMenu } from './SortMenu.tsx'
import { selectionTotals } from './selection-totals.ts'
import { useAccountColumns } from './use-account-columns.tsx'
import { useAccountEdits } from './use-account-edits.ts'
import { useAccountFields } from './use-account-fields.ts'
import { accountSortOf, useAccountPages, useAccountRevision } from './use-account-pages.ts'
import { useAccountsActions } from './use-accounts-actions.ts'
import { useAccountsView } from './use-accounts-view.ts'
import { selectedIds, useCopyRows } from './use-copy-rows.ts'
import { usePaste } from './use-paste.ts'
import { useViewTabs } from './use-view-tabs.tsx'
import { type NamingPurpose, ViewMenu } from './ViewMenu.tsx'

const rowId = (row: AccountRow) => row.id
const rowName = (row: AccountRow) => row.name

/** All accounts: filtered, sorted, compared, changed in place and in bulk. */
export function AccountsPage() {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const navigate = useNavigate()
  const { view, savedViews, previewId, ...go } = useAccountsView()
  const { filter, sort, columns } = view
  const { fields } = useAccountFields()
  const [marked, setMarked] = useState<{ filter: typeof filter; selection: GridSelection }>({
    filter,
    selection: NOTHING_SELECTED,
  })
  const [bulkPanel, setBulkPanel] = useState<SelectionPanel | null>(null)
  const [naming, setNaming] = useState<NamingPurpose | null>(null)
  const [isCreating, setCreating] = useState(false)
  const textField = useRef<HTMLInputElement>(null)

  // A selection belongs to the rows it was made among; another filter ends it.
  const selection = marked.filter === filter ? marked.selection : NOTHING_SELECTED
  const setSelection = useCallback((next: GridSelection) => setMarked({ filter, selection: next }), [filter])

  const summary = useCall('account.list', { filter, sort: [], offset: 0, limit: 1 }, { keepPrevious: true })
  const { data: largest } = useCall('account.list', {
    filter: {},
    sort: [{ field: 'grossSales', descending: true }],
    offset: 0,
    limit: 1,
  })
  const { total = 0, all = 0, netSales = 0 } = summary.data ?? {}
  const magnitude = format.magnitudeOf(largest?.rows[0]?.grossSales ?? 0)
  const pages = useAccountPages(filter, sort, columns)
  const revision = useAccountRevision()
  const edits = useAccountEdits()
  const totals = selectionTotals(selection, pages.loadedRow, { total, netSales })
  const hasSelection = selectedCount(selection, total) > 0

  const { setPreview } = go
  const preview = useCallback((row: AccountRow) => setPreview(row.id), [setPreview])
  const closePreview = useCallback(() => setPreview(null), [setPreview])
  const gridColumns = useAccountColumns({
    keys: columns,
    magnitude,
    onPreview: preview,
    onCommit: edits.commitCell,
  })
  const open = useCallback(
    (row: AccountRow) => void navigate({ to: '/accounts/$accountId', params: { accountId: row.id } }),
    [navigate],
  )

  const paste = usePaste(columns, pages.listRows)
  const copy = useCopyRows({ pages, selection, total, columns, magnitude })
  const withSelected = useCallback(
    async (act: (ids: string[]) => void) =>
      act(await selectedIds(selection, total, () => call('account.listIds', { filter, sort: [...sort] }))),
    [selection, total, filter, sort],
  )
  const removeSelected = useCallback(() => {
    void withSelected(edits.removeAll).then(() => setSelection(NOTHING_SELECTED))
  }, [withSelected, edits.removeAll, setSelection])
  const reviseSelected = (changes: AccountRevision, what: string) =>
    void withSelected((ids) => edits.reviseAll(ids, changes, what))
  const onCopy = (event: ClipboardEvent) => {
    if (!hasSelection || isEditable(event.target) || document.getSelection()?.isCollapsed === false) return
    event.preventDefault()
    copy()
  }

  useAccountsActions({
    view,
    previewId,
    selectionCount: totals.count,
    onCreate: useCallback(() => setCreating(true), []),
    onFilterText: useCallback(() => textField.current?.focus(), []),
    onSaveView: useCallback(() => setNaming('create'), []),
    onBulk: setBulkPanel,
    onCopy: copy,
    onRemove: removeSelected,
    onPreview: setPreview,
  })

  const tabs = useViewTabs(view, savedViews, go.openTab)
  const isEmpty = summary.data !== undefined && all === 0
  const newButton = (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.6} />}
      rightSection={<Keys shortcut="n" />}
      aria-keyshortcuts="N"
      onClick={() => setCreating(true)}
    >
      {t('create.new')}
    </Button>
  )

  return (
    <Page
      breadcrumb={[{ label: t('title') }]}
      primaryAction={isEmpty ? undefined : newButton}
      padding="none"
      {...(isEmpty
        ? {}
        : {
            tabs,
            tools: (
              <>
                <SortMenu sort={sort} onSort={go.setSort} />
                <ColumnChooser columns={columns} onChange={go.setColumns} />
                <ViewMenu view={view} naming={naming} onNaming={setNaming} onOpenTab={go.openTab} />
              </>
            ),
            secondBar: hasSelection ? (
              <SelectionBar
                count={totals.count}
                opened={bulkPanel}
                onOpened={setBulkPanel}
                onRevise={reviseSelected}
                onCopy={copy}
                onRemove={removeSelected}
                onClear={() => setSelection(NOTHING_SELECTED)}
              />
            ) : (
              <>
                <AccountFilters filter={filter} onChange={go.setFilter} textRef={textField} />
                <span className={styles.space} />
                {view.isChanged && (
                  <button type="button" className={styles.save} onClick={() => setNaming('create')}>
                    {t('view.saveThis')}
                  </button>
                )}
              </>
            ),
            status: <AccountsStatus total={total} all={all} netSales={netSales} selection={totals} />,
            drawer: previewId ? <AccountPreview accountId={previewId} onClose={closePreview} /> : undefined,
          })}
    >
      {summary.error ? (
        <ErrorNotice failure={summary.error} />
      ) : isEmpty ? (
        <ImportFirst
          title={t('empty.title')}
          action={t('empty.import')}
          otherAction={
            <Button size="sm" onClick={() => setCreating(true)}>
              {t('empty.create')}
            </Button>
          }
        >
          {t('empty.text')}
        </ImportFirst>
      ) : (
        <div className={styles.grid} onCopy={onCopy} onPaste={paste.onPaste}>
          <DataGrid<AccountRow>
            label={t('title')}
            columns={gridColumns}
            rowId={rowId}
            rowName={rowName}
            loadPage={pages.loadPage}
            revision={revision}
            sort={sort}
            onSort={(next) => go.setSort(accountSortOf(next))}
            selection={selection}
            onSelection={setSelection}
            activeId={previewId}
            onPreview={preview}
            onOpen={open}
            onColumnOrder={(keys) => go.setColumns(columnsOf(keys, fields))}
          />
        </div>
      )}
      {isCreating && <NewAccountDialog onClose={() => setCreating(false)} />}
      {paste.plan && (
        <PasteDialog
          plan={paste.plan}
          columns={paste.columns}
          isBusy={paste.isBusy}
          onApply={paste.apply}
          onClose={paste.close}
        />
      )}
    </Page>
  )
}
