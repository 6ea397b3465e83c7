/** Where a bar lies that grows from the middle, right for what is above and left for what is below; in percent. */
export function barOf(points: number, largest: number): { start: number; width: number } {
  const width = largest > 0 ? Math.min(50, (50 * Math.abs(points)) / largest) : 0
  return { start: points < 0 ? 50 - width : 50, width }
}
