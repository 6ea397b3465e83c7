/** The product's mark: a mast and its stays. */
export function ProductMark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" style={{ flex: 'none' }}>
      <rect width="24" height="24" rx="6" fill="var(--ms-accent)" />
      <path
        d="M12 5v14M12 6 6 17M12 6l6 11M5 19h14"
        fill="none"
        stroke="var(--ms-on-accent)"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
