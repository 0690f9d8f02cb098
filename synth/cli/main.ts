import { start } from '../host/start';
import { run } from './run';

start(run);
