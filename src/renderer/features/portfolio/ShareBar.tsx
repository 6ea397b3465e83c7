import { DataBar } from '../../components/DataBar.tsx'

/** A thin bar under a share; its length is the share of the largest one shown. */
export function ShareBar({ share, largest, colour }: { share: number; largest: number; colour: string }) {
  return <DataBar height={3} percent={largest > 0 ? (100 * share) / largest : null} colour={colour} />
}
