import { randomUUID } from 'node:crypto'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { Id } from '#shared/domain/id.ts'
import type { EngineHandlers } from '../../application/ports.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import {
  countProductsOf,
  findCategoryName,
  findProductByCode,
  findProductName,
  listCategories,
  listProducts,
} from './product-repository.ts'

function requireCategory(database: ReadDatabase, id: Id): string {
  const name = findCategoryName(database, id)
  if (name === undefined) throw new MainstayError('not-found', 'This category is no longer there.', { id })
  return name
}

function requireProduct(database: ReadDatabase, id: Id): string {
  const name = findProductName(database, id)
  if (name === undefined) throw new MainstayError('not-found', 'This product is no longer there.', { id })
  return name
}

export const productHandlers = {
  'product.list': ({ database }, input) => listProducts(database, input),
  'product.listCategories': ({ database }) => listCategories(database),

  'product.create': (context, { code, name, categoryId }) => {
    if (findProductByCode(context.database, code)) {
      throw new MainstayError('duplicate-number', `Another product has the code ${code}.`, { number: code })
    }
    if (categoryId) requireCategory(context.database, categoryId)
    const id = randomUUID()
    context.ledger.change({ key: 'product.create', values: { name } }, ['product'], (writer) => {
      writer.set('product', id, 'code', code)
      writer.set('product', id, 'name', name)
      writer.set('product', id, 'category', categoryId)
    })
    return { id }
  },

  'product.revise': (context, { ids, changes }) => {
    const { name, categoryId } = changes
    if (categoryId) requireCategory(context.database, categoryId)
    const names = ids.map((id) => requireProduct(context.database, id))
    const values = { count: ids.length, name: names[0] ?? '' }
    let changed = 0
    context.ledger.change({ key: 'product.revise', values }, ['product'], (writer) => {
      for (const id of ids) {
        const wroteName = name !== undefined && writer.set('product', id, 'name', name)
        const wroteCategory = categoryId !== undefined && writer.set('product', id, 'category', categoryId)
        if (wroteName || wroteCategory) changed += 1
      }
    })
    return { changed }
  },

  'product.createCategory': (context, { name }) => {
    const id = randomUUID()
    context.ledger.change({ key: 'category.create', values: { name } }, ['product'], (writer) =>
      writer.set('category', id, 'name', name),
    )
    return { id }
  },

  'product.reviseCategory': (context, { id, name }) => {
    const before = requireCategory(context.database, id)
    context.ledger.change({ key: 'category.revise', values: { name: before } }, ['product'], (writer) =>
      writer.set('category', id, 'name', name),
    )
    return null
  },

  'product.removeCategory': (context, { id }) => {
    const name = requireCategory(context.database, id)
    const count = countProductsOf(context.database, id)
    if (count > 0) {
      throw new MainstayError('in-use', `${count} products belong to ${name}.`, { name, count })
    }
    context.ledger.change({ key: 'category.remove', values: { name } }, ['product'], (writer) =>
      writer.remove('category', id),
    )
    return null
  },
} satisfies EngineHandlers<'product'>
