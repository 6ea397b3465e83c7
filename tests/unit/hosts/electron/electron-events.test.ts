import type { App, Event, WebContents } from 'electron'
import { expectTypeOf, it } from 'vitest'
import type {
  AppEvents,
  Declared,
  PageEvents,
  SessionEvents,
  WindowEvents,
} from '../../../support/electron-events.ts'

it('an event that electron does not declare, or with other arguments, is never', () => {
  type Wrong = Declared<App, { 'second-instanse': []; 'open-file': [event: Event, path: number] }>
  expectTypeOf<Wrong['second-instanse']>().toBeNever()
  expectTypeOf<Wrong['open-file']>().toBeNever()
  expectTypeOf<Declared<WebContents, { 'will-quit': [event: Event] }>['will-quit']>().toBeNever()
})

it('every event the tests fire is declared', () => {
  type Undeclared<Events> = {
    [Name in keyof Events]: [Events[Name]] extends [never] ? Name : never
  }[keyof Events]
  expectTypeOf<Undeclared<AppEvents>>().toBeNever()
  expectTypeOf<Undeclared<PageEvents>>().toBeNever()
  expectTypeOf<Undeclared<SessionEvents>>().toBeNever()
  expectTypeOf<Undeclared<WindowEvents>>().toBeNever()
})
