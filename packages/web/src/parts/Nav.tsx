import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWide } from './useWide.ts'

/** Pages in a row; below 1024 px a menu. */
export const Nav = ({ children, current }: { children: ReactNode; current: ReactNode }) => {
  const { t } = useLingui()
  const wide = useWide(1024)
  const { pathname } = useLocation()
  if (wide) {
    return (
      <nav className="nav" aria-label={t`Pages`}>
        {children}
      </nav>
    )
  }
  return (
    // closes when the page changes
    <details className="menu" key={pathname}>
      <summary>
        <Trans>Pages</Trans>: <strong>{current}</strong>
      </summary>
      <nav className="menu-list" aria-label={t`Pages`}>
        {children}
      </nav>
    </details>
  )
}

/** The pages of no process. */
export const HomeNav = () => {
  const { pathname } = useLocation()
  return (
    <Nav current={pathname === '/verify' ? <Trans>Verify a file</Trans> : <Trans>Processes</Trans>}>
      <Link to="/" activeOptions={{ exact: true }}>
        <Trans>Processes</Trans>
      </Link>
      <Link to="/verify">
        <Trans>Verify a file</Trans>
      </Link>
    </Nav>
  )
}

/** The pages of a process: those that exist, no others. */
export const ProcessNav = ({ process, mayAct }: { process: string; mayAct: boolean }) => {
  const { pathname } = useLocation()
  const params = { ref: process }
  const pages: readonly { readonly name: string; readonly link: ReactNode; readonly word: ReactNode }[] = [
    {
      name: '',
      word: <Trans>Where it stands</Trans>,
      link: (
        <Link key="s" to="/p/$ref" params={params} activeOptions={{ exact: true, includeSearch: false }}>
          <Trans>Where it stands</Trans>
        </Link>
      ),
    },
    {
      name: 'timeline',
      word: <Trans>Timeline</Trans>,
      link: (
        <Link key="t" to="/p/$ref/timeline" params={params} activeOptions={{ includeSearch: false }}>
          <Trans>Timeline</Trans>
        </Link>
      ),
    },
    {
      name: 'sources',
      word: <Trans>Sources</Trans>,
      link: (
        <Link key="q" to="/p/$ref/sources" params={params} activeOptions={{ includeSearch: false }}>
          <Trans>Sources</Trans>
        </Link>
      ),
    },
    {
      name: 'statements',
      word: <Trans>Statements</Trans>,
      link: (
        <Link key="st" to="/p/$ref/statements" params={params} activeOptions={{ includeSearch: false }}>
          <Trans>Statements</Trans>
        </Link>
      ),
    },
    {
      name: 'disputes',
      word: <Trans>Disputed</Trans>,
      link: (
        <Link key="d" to="/p/$ref/disputes" params={params} activeOptions={{ includeSearch: false }}>
          <Trans>Disputed</Trans>
        </Link>
      ),
    },
    {
      name: 'commitments',
      word: <Trans>Commitments</Trans>,
      link: (
        <Link key="c" to="/p/$ref/commitments" params={params} activeOptions={{ includeSearch: false }}>
          <Trans>Commitments</Trans>
        </Link>
      ),
    },
    {
      name: 'papers',
      word: <Trans>Papers</Trans>,
      link: (
        <Link key="p" to="/p/$ref/papers" params={params} activeOptions={{ includeSearch: false }}>
          <Trans>Papers</Trans>
        </Link>
      ),
    },
    {
      name: 'communiques',
      word: <Trans>Communiqués</Trans>,
      link: (
        <Link key="cq" to="/p/$ref/communiques" params={params} activeOptions={{ includeSearch: false }}>
          <Trans>Communiqués</Trans>
        </Link>
      ),
    },
    {
      name: 'record',
      word: <Trans>Record</Trans>,
      link: (
        <Link key="r" to="/p/$ref/record" params={params} activeOptions={{ includeSearch: false }}>
          <Trans>Record</Trans>
        </Link>
      ),
    },
    ...(mayAct
      ? [
          {
            name: 'requests',
            word: <Trans>Asked in writing</Trans>,
            link: (
              <Link key="w" to="/p/$ref/requests" params={params} activeOptions={{ includeSearch: false }}>
                <Trans>Asked in writing</Trans>
              </Link>
            ),
          },
          {
            name: 'publish',
            word: <Trans>Publish</Trans>,
            link: (
              <Link key="pu" to="/p/$ref/publish" params={params} activeOptions={{ includeSearch: false }}>
                <Trans>Publish</Trans>
              </Link>
            ),
          },
          {
            name: 'enter',
            word: <Trans>Enter an act</Trans>,
            link: (
              <Link key="e" to="/p/$ref/enter" params={params} activeOptions={{ includeSearch: false }}>
                <Trans>Enter an act</Trans>
              </Link>
            ),
          },
        ]
      : []),
  ]
  const here = pathname.split('/')[3] ?? ''
  const inside: Record<string, ReactNode> = {
    search: <Trans>Search</Trans>,
    source: <Trans>Sources</Trans>,
    capture: <Trans>Sources</Trans>,
    erase: <Trans>Record</Trans>,
    dispute: <Trans>Disputed</Trans>,
    ask: <Trans>Asked in writing</Trans>,
  }
  return (
    <Nav current={pages.find((page) => page.name === here)?.word ?? inside[here] ?? pages[0]?.word}>
      {pages.map((page) => page.link)}
      <Link to="/p/$ref/search" params={params} activeOptions={{ includeSearch: false }} className="nav-end">
        <Trans>Search</Trans> <span className="nav-key">/</span>
      </Link>
      <Link to="/verify">
        <Trans>Verify a file</Trans>
      </Link>
    </Nav>
  )
}
