import { type Authority, type Certificate, ownAuthority } from '../certificates.ts';
import { midway, outageMidway } from '../outage.ts';
import type { Expectation, Row } from '../row.ts';
import { byTlsProxy } from '../setup.ts';

const unproven: Expectation = { exitCodes: [2], verdict: 'INCOMPLETE' };

/** 35: TLS that proves nothing about who answers. */
export const badCertificates: readonly Row[] = [
  row('35a', 'an expired certificate', {
    choose: ({ expired }) => expired,
    expect: { ...unproven, says: [/expired/i] },
  }),
  row('35b', 'a certificate signed by itself', {
    choose: ({ selfSigned }) => selfSigned,
    expect: {
      ...unproven,
      says: [/self.signed|certificate/i],
    },
  }),
  row('35c', 'a certificate for another name', {
    choose: ({ wrongName }) => wrongName,
    expect: {
      ...unproven,
      says: [/altnames|does not match|certificate/i],
    },
  }),
  {
    id: '35d',
    group: 'B',
    title: 'a certificate that expires while the integration phase is at work',
    setup: byTlsProxy(),
    fault: midway(async ({ proxy }) => {
      proxy.present((await ownAuthority()).expired);
      proxy.endConnections();
    }),
    expect: outageMidway,
  },
  {
    id: '35e',
    group: 'B',
    title: 'a certificate signed by itself, and the switch that believes everything',
    setup: byTlsProxy(),
    fault: async (scene) => {
      scene.proxy.present((await ownAuthority()).selfSigned);
      return scene.run({ env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } });
    },
    expect: {
      exitCodes: [2, 78],
      says: [/NODE_TLS_REJECT_UNAUTHORIZED/],
    },
  },
];

interface RowParts {
  readonly choose: (authority: Authority) => Certificate;
  readonly expect: Expectation;
}

function row(id: string, title: string, { choose, expect }: RowParts): Row {
  return {
    id,
    group: 'B',
    title,
    setup: byTlsProxy(),
    fault: async (scene) => {
      scene.proxy.present(choose(await ownAuthority()));
      return scene.run();
    },
    expect,
  };
}
