import {
  grouped,
  json,
  type RegisterTable,
  real,
  reference,
  text,
  toInteger,
  toJson,
  toReal,
  toReference,
  toText,
} from './register.ts'

const party = grouped('core', { party_id: ['partyId', toReference] })

export const customFieldRegisters = {
  noun: 'field',
  registers: {
    definition: grouped('core', {
      owner: ['owner', toText],
      name: ['name', toText],
      kind: ['kind', toText],
      options: ['options', toJson],
      unit: ['unit', toText],
      position: ['position', toInteger],
    }),
  },
} satisfies RegisterTable

export const customValueRegisters = {
  noun: 'field',
  registers: {
    core: grouped('core', { party_id: ['partyId', toReference], field_id: ['fieldId', toReference] }),
    value: json('commercial', 'value'),
  },
} satisfies RegisterTable

export const classOverrideRegisters = {
  noun: 'override',
  registers: {
    core: party,
    override: grouped('internal', {
      value_class: ['valueClass', toText],
      reason: ['reason', toText],
      author: ['author', toText],
      set_on: ['setOn', toText],
      expires_on: ['expiresOn', toText],
    }),
    end: grouped('internal', { ended_on: ['endedOn', toText], ended_by: ['endedBy', toText] }),
  },
} satisfies RegisterTable

export const classPublicationRegisters = {
  noun: 'publication',
  registers: {
    publication: grouped('core', {
      quarter: ['quarter', toText],
      as_of_on: ['asOf', toText],
      model_version: ['modelVersion', toInteger],
      published_at: ['publishedAt', toText],
      published_by: ['publishedBy', toText],
    }),
    results: json('internal', 'results'),
  },
} satisfies RegisterTable

export const scoringScenarioRegisters = {
  noun: 'model',
  registers: {
    scenario: grouped('core', {
      name: ['name', toText],
      definition: ['definition', toJson],
      created_at: ['createdAt', toText],
      created_by: ['createdBy', toText],
    }),
  },
} satisfies RegisterTable

export const lifetimeAssumptionRegisters = {
  noun: 'lifetime',
  registers: { core: party, assumption: json('commercial', 'assumption') },
} satisfies RegisterTable

export const creditTemplateRegisters = {
  noun: 'credit',
  registers: {
    template: grouped('core', { version: ['version', toInteger], definition: ['definition', toJson] }),
  },
} satisfies RegisterTable

export const creditRatingRegisters = {
  noun: 'credit',
  registers: {
    core: grouped('core', { party_id: ['partyId', toReference], quarter: ['quarter', toText] }),
    entries: json('credit', 'entries'),
    decision: json('credit', 'decision'),
  },
} satisfies RegisterTable

export const purchaseFactorRegisters = {
  noun: 'factor',
  registers: {
    definition: grouped('core', {
      name: ['name', toText],
      description: ['description', toText],
      position: ['position', toInteger],
    }),
    priorPoints: real('internal', 'prior_points'),
  },
} satisfies RegisterTable

export const purchaseJudgementRegisters = {
  noun: 'factor',
  registers: {
    core: grouped('core', { party_id: ['partyId', toReference], scenario: ['scenario', toText] }),
    judgement: json('internal', 'judgement'),
  },
} satisfies RegisterTable

export const customerSpendRegisters = {
  noun: 'wallet',
  registers: {
    core: grouped('core', {
      party_id: ['partyId', toReference],
      category_id: ['categoryId', toReference],
      year: ['year', toInteger],
    }),
    estimate: grouped('commercial', {
      amount: ['amount', toInteger],
      low_amount: ['lowAmount', toInteger],
      high_amount: ['highAmount', toInteger],
      currency: ['currency', toText],
      source: ['source', toText],
      source_on: ['sourceOn', toText],
      confidence: ['confidence', toText],
      supplier_rank: ['rank', toReal],
      supplier_count: ['suppliers', toInteger],
    }),
    competitors: json('commercial', 'competitors'),
  },
} satisfies RegisterTable

export const whiteSpaceCellRegisters = {
  noun: 'wallet',
  registers: {
    core: grouped('core', { party_id: ['partyId', toReference], category_id: ['categoryId', toReference] }),
    state: text('commercial', 'state'),
    potential: grouped('commercial', {
      potential_amount: ['amount', toInteger],
      potential_currency: ['currency', toText],
    }),
    competitor: text('commercial', 'competitor'),
    nextStep: text('internal', 'next_step'),
    opportunity: reference('commercial', 'opportunity_id'),
  },
} satisfies RegisterTable

export const opportunityRegisters = {
  noun: 'opportunity',
  registers: {
    core: grouped('core', {
      party_id: ['partyId', toReference],
      number: ['number', toText],
      name: ['name', toText],
    }),
    category: reference('commercial', 'category_id'),
    value: grouped('commercial', {
      value_amount: ['amount', toInteger],
      value_currency: ['currency', toText],
    }),
    stage: text('commercial', 'stage'),
    probabilityPercent: real('commercial', 'probability_percent'),
    expectedClose: text('commercial', 'expected_close_on'),
    outcome: grouped('commercial', {
      outcome: ['outcome', toText],
      closed_on: ['closedOn', toText],
      reasons: ['reasons', toJson],
    }),
    competitor: text('commercial', 'competitor'),
    scenario: text('commercial', 'scenario'),
    owner: text('core', 'owner'),
    opened: text('core', 'opened_on'),
    notes: text('internal', 'notes'),
  },
} satisfies RegisterTable

export const costActivityRegisters = {
  noun: 'contribution',
  registers: {
    definition: grouped('core', {
      name: ['name', toText],
      unit: ['unit', toText],
      driver: ['driver', toText],
      position: ['position', toInteger],
    }),
    rate: grouped('commercial', { rate_amount: ['amount', toInteger], rate_currency: ['currency', toText] }),
  },
} satisfies RegisterTable

export const accountActivityRegisters = {
  noun: 'contribution',
  registers: {
    core: grouped('core', {
      party_id: ['partyId', toReference],
      activity_id: ['activityId', toReference],
      year: ['year', toInteger],
    }),
    quantity: real('commercial', 'quantity'),
  },
} satisfies RegisterTable

export const segmentWorksheetRegisters = {
  noun: 'segment',
  registers: {
    core: text('core', 'segment'),
    worksheet: grouped('internal', {
      best_party_id: ['bestPartyId', toReference],
      worst_party_id: ['worstPartyId', toReference],
      next_action: ['nextAction', toText],
      owner: ['owner', toText],
      due_on: ['dueOn', toText],
    }),
  },
} satisfies RegisterTable

export const relationshipComplexityRegisters = {
  noun: 'segment',
  registers: { core: party, counts: json('commercial', 'counts') },
} satisfies RegisterTable
