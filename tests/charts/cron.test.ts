import { cronFaults } from '../../schemas/primitives/cron';
import { renderInCluster } from './base';

it.each([
  ['61 2 * * *', 'minute 61 is not from 0 to 59'],
  ['0 24 * * *', 'hour 24 is not from 0 to 23'],
  ['0 2 0 * *', 'day 0 is not from 1 to 31'],
  ['0 2 * 13 *', 'month 13 is not from 1 to 12'],
  ['0 2 * * 7', 'weekday 7 is not from 0 to 6'],
  ['0 2 * * FRY', 'weekday FRY is not from 0 to 6'],
  ['0 17-8 * * *', 'hour 17-8 runs backwards'],
  ['*/0 * * * *', 'minute */0 has a step of 0'],
  ['0 2 L * *', 'day L is not from 1 to 31'],
  ['0 2 * * 1-', '1- is no weekday'],
  ['0 2 31 2 *', 'no month has such a day'],
  ['0 2 30,31 FEB *', 'no month has such a day'],
  ['0 2 31 4-6/2 *', 'no month has such a day'],
])('Kubernetes starts nothing by %s: %s', (schedule, fault) => {
  expect(cronFaults(schedule)).toEqual([fault]);
});

it.each([
  '0 2 * * *',
  '*/15 8-17 * * MON-FRI',
  '0,30 0 1,15 JAN-MAR ?',
  '5/10 * * * 0',
  '0 2 29 2 *',
  '0 2 31 2 1',
  '0 2 31 4-6 *',
  '0 2 29-31 2 ?',
  '@daily',
  '',
])('Kubernetes takes %p', (schedule) => {
  expect(cronFaults(schedule)).toEqual([]);
});

it('unknown-time-zone: a job starts in a zone that there is', async () => {
  const found = async (timeZone: string) =>
    (await renderInCluster({ job: { nightly: { schedule: '0 2 * * *', timeZone } } })).findings;
  expect(await found('Asia/Seoul')).toEqual([]);
  expect(await found('Europe/Nowhere')).toMatchObject([
    {
      message: 'there is no Europe/Nowhere (job/unknown-time-zone)',
      at: { file: expect.stringMatching(/\/nightly\/timeZone$/) as string },
    },
  ]);
});
