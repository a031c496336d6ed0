import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Account, Member, Project, Source, Strand } from '../api/names'
import type { Codebook } from '../codebook/codebook'
import { session } from '../data/account'
import { codes } from '../data/codes'
import { stepsOf, withSteps } from '../data/drawingCodes'
import { project } from '../data/projects'
import { sources } from '../data/sources'
import { strands } from '../data/strands'
import { members } from '../data/team'
import { useOutgoing } from '../data/useOutbox'
import { firstName } from '../kit/people'
import { m } from '../paraglide/messages'

/** The project that is open; all of these work anywhere under it. */
export const useProjectId = (): string => useParams({ from: '/inside/p/$project' }).project

export const useProject = (): Project => useSuspenseQuery(project(useProjectId())).data
export const useMe = (): Account => useSuspenseQuery(session).data
export const useSources = (): Source[] => useSuspenseQuery(sources(useProjectId())).data
export const useStrands = (): Strand[] => useSuspenseQuery(strands(useProjectId())).data
export const useMembers = (): Member[] => useSuspenseQuery(members(useProjectId())).data

export function useCodebook(): Codebook {
  const project = useProjectId()
  const { data } = useSuspenseQuery(codes(project))
  const { drawn } = useOutgoing(project)
  const steps = JSON.stringify(stepsOf(drawn)) // the same words for as long as they are the same steps
  return useMemo(() => withSteps(data, JSON.parse(steps)), [data, steps])
}

/** What my role lets me do. */
export interface May {
  /** Code, and write memos. */
  code: boolean
  /** Change the codebook, the strands and the sources. */
  change: boolean
  /** Change the team and the project. */
  manage: boolean
}

export function useMay(): May {
  const { role } = useProject()
  const works = role === 'lead' || role === 'researcher'
  return { code: works, change: works, manage: role === 'lead' }
}

/** Members by account, and how they are called: "you", or the first name. */
export function usePeople() {
  const me = useMe()
  const list = useMembers()
  return useMemo(() => {
    const byId = new Map(list.map((member) => [member.account, member]))
    const name = (account: string) => (account === me.id ? me.name : (byId.get(account)?.name ?? m.app_someoneGone()))
    const called = (account: string) => (account === me.id ? m.app_you() : firstName(name(account)))
    return { me: me.id, list, name, called }
  }, [list, me])
}
