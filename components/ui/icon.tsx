'use client'
// A small line drawing beside a word. A client component for the reason given in charts/drawing.tsx.

type IconProps = {
  /** Drawn in a square of `size`, in the colour of the text around it. */
  path: string
  size?: number
  strokeWidth?: number
  className?: string
}

export function Icon({ path, size = 16, strokeWidth = 1.3, className = '' }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      aria-hidden="true"
      className={`shrink-0 fill-none stroke-current ${className}`}
    >
      <path d={path} strokeWidth={strokeWidth} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
