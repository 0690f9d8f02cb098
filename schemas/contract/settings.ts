import type { Description } from './description';

/** What all components of an environment share. */
export interface Settings {
  readonly system: string;
  readonly environment: string;
  readonly owner: string;
  readonly costCentre: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly aws: Description['aws'];
  readonly terraform: Description['terraform'];
  readonly repository: Description['repository'];
  readonly logRetentionDays: number;
  readonly delivery?: Description['delivery'];
}
