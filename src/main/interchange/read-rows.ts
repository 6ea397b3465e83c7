import type { Delimiter } from '#shared/domain/import.ts'
import { createRowSplitter, type SplitRows } from './split-rows.ts'
import { readTextBlocks, type TextSource } from './text-blocks.ts'

export interface RowSource extends TextSource {
  delimiter: Delimiter
}

export interface RowBatch extends SplitRows {
  /** Bytes of the file read so far, for progress. */
  bytesRead: number
}

/** All rows of a file with content, header and titles included, in batches of some hundred. */
export function* readRows(source: RowSource): Generator<RowBatch> {
  const splitter = createRowSplitter(source.delimiter, source.lineEnd)
  let bytesRead = 0
  for (const block of readTextBlocks(source)) {
    bytesRead = block.bytesRead
    yield { ...splitter.push(block), bytesRead }
  }
  const rest = splitter.finish()
  if (rest.rows.length > 0 || rest.faults.length > 0 || rest.blankCount > 0) yield { ...rest, bytesRead }
}
