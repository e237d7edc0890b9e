import { violationsIn } from './support/axe';
import { useStage } from './support/stage';

const stage = useStage();
const wrong = '<button></button><p style="color: #999; background: #aaa">Hardly to be read</p>';

it(
  'the accessibility check sees what is wrong in the frame of the app, all of it or the colours alone',
  stage.play(async ({ enter }) => {
    const { page, admin } = await enter('admin');
    const app = await admin('overview');
    await app.evaluate(
      `document.querySelector('main').insertAdjacentHTML('beforeend', ${JSON.stringify(wrong)})`,
    );
    const rulesOf = async (...how: ['everything' | 'colours', 'all' | 'app']) =>
      (await violationsIn(page, ...how)).map((violation) => violation.split(' ')[0]).sort();
    expect(await rulesOf('everything', 'app')).toEqual(['button-name', 'color-contrast']);
    expect(await rulesOf('colours', 'app')).toEqual(['color-contrast']);
    expect(await rulesOf('everything', 'all')).toEqual(['button-name', 'color-contrast']);
  }),
  60_000,
);
