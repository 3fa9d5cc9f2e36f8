import type { OutletId, SampleArticle } from './article.ts'
import { ACCIDENT_ARTICLES } from './articles-accidents.ts'

/** An edit that an outlet makes in an article that is out already, its title included. */
export interface Edit {
  readonly outlet: OutletId
  readonly slug: string
  readonly from: string
  readonly to: string
}

/** What the late edition changes: the finance chief had named another sum. */
export const LATE_EDITS: readonly Edit[] = [
  { outlet: 'meridian-courier', slug: 'cost-of-the-halvorn-rail-agreement', from: '210 million', to: '190 million' },
]

const DAM_WIRE = ACCIDENT_ARTICLES.find(({ slug }) => slug === 'aldmoor-dam-evacuation')?.body ?? []

/** What the late edition adds: a follow-up, a wire copy that says nothing new, and an event of its own. */
export const LATE_ARTICLES: readonly SampleArticle[] = [
  {
    outlet: 'harbour-post',
    slug: 'maren-lind-master-off-duty',
    event: 'ferry',
    title: 'Master of the Maren Lind taken off duty as number of hurt rises to 19',
    author: 'Josie Penhale',
    published: { hoursAgo: 0 },
    body: [
      'The master of the ferry Maren Lind has been taken off duty, and the number of people who were hurt at the pier of Port Merrow has risen to 19, Tolvey Lines said in the evening.',
      'Two more passengers went to the emergency ward in the afternoon with pain in the neck, said Dr Hanne Osterby. Both could go home after an hour.',
      'The recordings show that the radar had been switched to its widest range, so that the pier was a dot at the edge of the screen, said Edda Lomax of the Marine Accident Board. “Nobody had touched the knob since the open sea,” Lomax said.',
      'The divers found a second gash, of 60 centimetres and below the waterline. The yard at Brackwater now reckons with five weeks of repairs.',
      'The replacement ferry Old Bess is to sail to Tolvey from the day after tomorrow. She takes 90 passengers and no cars.',
    ],
  },
  {
    outlet: 'northgate-bulletin',
    slug: 'aldmoor-dam-evacuation-corvania',
    event: 'dam',
    title: 'Nine thousand told to leave homes below Aldmoor dam in Corvania',
    author: 'Albatross Wire',
    published: { hoursAgo: 0 },
    body: [...DAM_WIRE, 'This report was supplied by the agency Albatross Wire.'],
  },
  {
    outlet: 'albatross-wire',
    slug: 'bellweather-whale-freed',
    event: 'whale',
    title: 'Whale freed from salmon nets off Bellweather Head after nine hours',
    author: 'Coast desk',
    published: { hoursAgo: 0 },
    body: [
      'BELLWEATHER HEAD (Albatross Wire) – Rescuers freed a humpback whale from the nets of a salmon farm off Bellweather Head after nine hours of work, the fishery guard said in the evening.',
      'The animal, about 11 metres long, had wound a rope four times around its tail and could only come up for air with difficulty, said the leader of the rescuers, Thea Mossgrove.',
      '“We cut when it breathed and waited when it did not, and in the end it simply swam off,” Mossgrove said.',
      'The farm had reported the whale at sunrise. Six boats kept curious people at a distance of 200 metres.',
      'About 3,000 salmon escaped through the torn net. The fishery guard wants to know whether the farm had left ropes in the water that it does not use.',
      'Whales pass the head every autumn on their way south. It is the third one in two years to be caught there.',
    ],
  },
]
