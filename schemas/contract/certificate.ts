import type { Component } from './component';

/** Names that a component of kind `certificate` is for, wildcards included. */
export function certificateNames({ props }: Pick<Component, 'props'>): string[] {
  return [props['domain'] as string, ...(props['alternatives'] as string[])];
}
