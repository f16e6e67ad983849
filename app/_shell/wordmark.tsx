'use client'
/** The name of the product with its mark; leads home. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 text-[15px] font-semibold tracking-tight">
      <svg width="20" height="20" viewBox="0 0 32 32" aria-hidden="true" className="shrink-0">
        <rect width="32" height="32" rx="7" className="fill-accent" />
        <path
          d="M11 8v16M12 16.5 20.5 8M14.5 14l7 10"
          className="fill-none stroke-on-accent"
          strokeWidth="3"
          strokeLinecap="round"
        />
      </svg>
      Kempt
    </span>
  )
}
