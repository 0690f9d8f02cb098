/** Lines of panels: the objectives of the document. */
export const objectives: Readonly<Record<string, readonly [string, number][]>> = {
  'Response time': [
    ['alb/slow-answers > 0.5', 0.5],
    ['average below 200 ms', 0.2],
    ['p95 below 500 ms', 0.5],
  ],
  'Requests that fail, in percent': [
    ['alb/errors > 5', 5],
    ['99.9 % available', 0.1],
  ],
  'Requests a second, and for each API server': [['1000 a second', 1000]],
  'Predictions of a worker in a minute': [['100 a minute', 100]],
  'Query time, in milliseconds': [['below 50 ms', 50]],
};
/** Lines of panels: where scaling and alarms begin. */
export const limits: Readonly<Record<string, readonly [string, number][]>> = {
  'Tasks that wait': [
    ['worker/queue-backlog > 100', 100],
    ['a worker comes', 50],
    ['a worker goes', 10],
  ],
  Instances: [
    ['most API servers', 4],
    ['most workers', 6],
  ],
  'CPU, in percent': [
    ['a server comes', 70],
    ['a server goes', 50],
    ['alarm', 80],
  ],
};
const basic = [
  'Response time',
  'Requests that fail, in percent',
  'Predictions of a worker in a minute',
  'Requests a second, and for each API server',
  'Query time, in milliseconds',
  'Tasks that wait',
  'Instances',
  'CPU, in percent',
  'Alarms',
];
const enhanced = [...basic, 'Connections', 'CPU of database and cache, in percent', 'Memory of the cache, in percent'];
/** Panels of the dashboard of each size. */
export const titlesOf = {
  startup: basic,
  growth: enhanced,
  scale: [
    ...enhanced,
    'Answers that are errors',
    'Free storage of the database, in bytes',
    'Memory and disk of instances, in percent',
    'Errors in the logs',
  ],
};
