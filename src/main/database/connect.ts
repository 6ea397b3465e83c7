import type { Database as Sqlite, Statement } from 'better-sqlite3'
import type { Compilable } from 'kysely'
import { toMainstayError } from './sqlite-error.ts'
import type { WorkspaceDatabase } from './workspace-database.ts'

/** Lists of changing length make new texts all the time; the oldest statement makes room. */
const STATEMENT_LIMIT = 400

/** Wraps a connection as the handle that repositories use. */
export function connect(sqlite: Sqlite): WorkspaceDatabase {
  const statements = new Map<string, Statement>()

  const statement = (text: string): Statement => {
    const known = statements.get(text)
    if (known && !known.busy) return known
    const fresh = sqlite.prepare(text)
    statements.delete(text)
    statements.set(text, fresh)
    if (statements.size > STATEMENT_LIMIT) {
      const oldest = statements.keys().next()
      if (!oldest.done) statements.delete(oldest.value)
    }
    return fresh
  }

  const translated = <Result>(work: () => Result): Result => {
    try {
      return work()
    } catch (error) {
      throw toMainstayError(error)
    }
  }

  const begin = (inside: boolean) => sqlite.exec(inside ? 'SAVEPOINT joined' : 'BEGIN IMMEDIATE')
  const keep = (inside: boolean) => sqlite.exec(inside ? 'RELEASE joined' : 'COMMIT')
  const discard = (inside: boolean) => {
    // A full disk or a damaged page makes SQLite roll back by itself.
    if (!sqlite.inTransaction) return
    sqlite.exec(inside ? 'ROLLBACK TO joined; RELEASE joined' : 'ROLLBACK')
  }

  return {
    sqlite,
    all<Row>(query: Compilable<Row>): Row[] {
      return translated(() => {
        const { sql, parameters } = query.compile()
        return statement(sql).all(...parameters) as Row[]
      })
    },
    get<Row>(query: Compilable<Row>): Row | undefined {
      return translated(() => {
        const { sql, parameters } = query.compile()
        return statement(sql).get(...parameters) as Row | undefined
      })
    },
    run(query) {
      return translated(() => {
        const { sql, parameters } = query.compile()
        const prepared = statement(sql)
        return prepared.reader ? prepared.all(...parameters).length : prepared.run(...parameters).changes
      })
    },
    transaction<Result>(work: () => Result): Result {
      return translated(() => {
        const inside = sqlite.inTransaction
        begin(inside)
        try {
          const result = work()
          if (result instanceof Promise) throw new TypeError('A transaction cannot wait for a promise.')
          keep(inside)
          return result
        } catch (error) {
          discard(inside)
          throw error
        }
      })
    },
    close() {
      sqlite.close()
    },
  }
}
