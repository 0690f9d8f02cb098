/** App that holds rules, routes and dashboards of an environment. */
export function monitoringApp({ self }: { readonly self: { readonly environment: string } }): string {
  return `${self.environment}-monitoring`;
}
