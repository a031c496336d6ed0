import { m } from '../paraglide/messages'

const names: Readonly<Record<string, { alone: () => string; inList: () => string }>> = {
  interviews: { alone: m.settings_interviews, inList: m.settings_interviewsInList },
  'focus group': { alone: m.settings_group, inList: m.settings_groupInList },
  survey: { alone: m.settings_survey, inList: m.settings_surveyInList },
  documents: { alone: m.settings_documents, inList: m.settings_documentsInList },
}

/** What a kind of strand is called where one chooses it. */
export const kindName = (kind: string): string => names[kind]?.alone() ?? kind

/** What a kind of strand is called beside others. */
export const kindInList = (kind: string): string => names[kind]?.inList() ?? kind
