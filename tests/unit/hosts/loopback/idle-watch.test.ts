import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchIdle } from '../../../../src/main/hosts/loopback/idle-watch.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('says so once when nothing has gone on for the whole time', () => {
  const onIdle = vi.fn()
  watchIdle(1_000, onIdle)
  vi.advanceTimersByTime(999)
  expect(onIdle).not.toHaveBeenCalled()
  vi.advanceTimersByTime(5_000)
  expect(onIdle).toHaveBeenCalledTimes(1)
})

it('an open window holds it off for as long as it stays, and the time starts anew at its end', () => {
  const onIdle = vi.fn()
  const end = watchIdle(1_000, onIdle).begin()
  vi.advanceTimersByTime(100_000)
  expect(onIdle).not.toHaveBeenCalled()
  end()
  vi.advanceTimersByTime(999)
  expect(onIdle).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(onIdle).toHaveBeenCalledTimes(1)
})

it('the end of one of two windows, told twice, leaves the other open', () => {
  const onIdle = vi.fn()
  const idle = watchIdle(1_000, onIdle)
  const endFirst = idle.begin()
  const endSecond = idle.begin()
  endFirst()
  endFirst()
  vi.advanceTimersByTime(5_000)
  expect(onIdle).not.toHaveBeenCalled()
  endSecond()
  vi.advanceTimersByTime(1_000)
  expect(onIdle).toHaveBeenCalledTimes(1)
})

it('says nothing once stopped', () => {
  const onIdle = vi.fn()
  watchIdle(1_000, onIdle).stop()
  vi.advanceTimersByTime(5_000)
  expect(onIdle).not.toHaveBeenCalled()
})

it('a window that ends after the stop starts no clock that would keep the process alive', () => {
  const idle = watchIdle(1_000, vi.fn())
  const end = idle.begin()
  idle.stop()
  end()
  expect(vi.getTimerCount()).toBe(0)
})
