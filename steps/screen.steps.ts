import { step } from './step.ts';

step(
  '{role} opens {invoice} on screen',
  { role: 'event', needs: ['screen.invoice'], help: 'In a real browser; a picture is kept.' },
  async (story, [_role, invoice]) => {
    await story.screen.open(invoice);
  },
);

step(
  'the screen shows {text}',
  { role: 'observation', needs: ['screen.invoice'], help: 'The text, spaces aside.' },
  (story, [text]) => {
    story.screen.expectText(text);
  },
);

step(
  'the screen shows {money}',
  { role: 'observation', needs: ['screen.invoice'], help: 'The amount, with its currency.' },
  (story, [amount]) => {
    story.screen.expectMoney(amount);
  },
);

step(
  'the screen agrees with {invoice}',
  {
    role: 'observation',
    needs: ['screen.invoice'],
    help: 'Number, total, amount due and each line of the invoice are on it.',
  },
  async (story, [invoice]) => {
    await story.screen.expectAgrees(invoice);
  },
);
