/** The app of the tests, and a card it may send. */
export const APP = {
  id: 'cli_00112233aabbccdd',
  secret: 'a-secret',
  encryptKey: 'test key',
  verificationToken: 'vtok',
  tenant: 'tenant_a',
}

/** 2026-06-01 10:00 in Shanghai. */
export const MORNING = Date.UTC(2026, 5, 1, 2)

export const WANG = 'ou_wang0000000000000000000000000001'
export const LI = 'ou_li000000000000000000000000000002'
export const ZHAO = 'ou_zhao0000000000000000000000000003'
export const GROUP = 'oc_group000000000000000000000000001'

/** A good card with one button; `elements` stand before it. */
export function card(title = '事项 12', ...elements: unknown[]) {
  return {
    schema: '2.0',
    config: { update_multi: true },
    header: { title: { tag: 'plain_text', content: title } },
    body: {
      elements: [
        { tag: 'div', text: { tag: 'plain_text', content: '请于周五前反馈。' } },
        ...elements,
        {
          tag: 'button',
          text: { tag: 'plain_text', content: '签收' },
          behaviors: [{ type: 'callback', value: { say: '签收 12', rev: 1 } }],
        },
      ],
    },
  }
}
