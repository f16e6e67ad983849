// What a wrong address answers. Own page because the built-in one carries inline styles, which the policy blocks.
import { Notice } from '#components/ui/notice.tsx'

export default function NotFound() {
  return (
    <Notice title="Nothing is kept at this address" action={{ href: '/', label: 'Go to Overview' }}>
      The vault, rule or page may be gone, be outside what you may see, or never have been. If a link in Kempt led here,
      that link is wrong.
    </Notice>
  )
}
