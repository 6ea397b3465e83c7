import { expect, it } from 'vitest'
import { findFileViolations } from './file-rules.ts'
import { findRoomViolations } from './room-rules.ts'
import { readSourceFiles } from './source-file.ts'

it('every import of src stays inside the table of rooms', () => {
  const files = readSourceFiles(['src'], ['.ts', '.tsx'])
  expect(files.length).toBeGreaterThan(0)
  expect(findRoomViolations(files)).toEqual([])
})

it('every file has a telling name and a readable length, every room its README, every feature its door', () => {
  const files = readSourceFiles(['src', 'tests', 'scripts'], ['.ts', '.tsx', '.mjs', '.css', 'README.md'])
  expect(findFileViolations(files)).toEqual([])
})
