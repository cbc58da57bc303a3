import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Head } from '../parts/Head.tsx'
import { HomeNav } from '../parts/Nav.tsx'

/** No page is at this address. */
export const Elsewhere = () => (
  <>
    <Head nav={<HomeNav />} />
    <main className="page" id="page" tabIndex={-1}>
      <div className="page-head">
        <h1>
          <Trans>Nothing is at this address</Trans>
        </h1>
      </div>
      <p className="text">
        <Link to="/">
          <Trans>Go to the processes you may see</Trans>
        </Link>
      </p>
    </main>
  </>
)

/** This page met a fault of its own: said plainly, with what is kept. */
export const Broken = ({ error }: { error: unknown }) => (
  <main className="page" id="page" tabIndex={-1}>
    <div className="page-head">
      <h1>
        <Trans>This page stopped</Trans>
      </h1>
    </div>
    <div className="refused" role="alert">
      <p className="refused-why">
        <bdi>{error instanceof Error ? error.message : String(error)}</bdi>
      </p>
      <p className="meta">
        <Trans>Kept: drafts and keys in this browser; the record is not touched. To go on: load the page again.</Trans>
      </p>
    </div>
  </main>
)
