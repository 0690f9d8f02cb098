import { App, Chart } from 'cdk8s';
import { addFolderApplication } from '../../charts/facets/application';
import { rootApp } from '../../charts/facets/object';
import type { Artifact, JsonObject } from '../../schemas/primitives/artifact';
import type { Environment } from '../model';
import type { BuiltApp } from './kubernetes';
import { reader } from './outputs';

/**
 * Applications for the apps of the environment that Argo CD itself belongs to, in the folder of the root Application.
 * Those of environments that stand on it come from ApplicationSets, which `argo-applications` makes.
 */
export function applicationsOf(environment: Environment, apps: readonly BuiltApp[]): Artifact[] {
  const component = [...environment.components.values()].find(({ kind }) => kind === 'argo-applications');
  if (!component) return [];
  const argo = reader({ component, environment }, { plane: 'known', environment });
  const props = component.props as { readonly revision?: string; readonly automated: boolean };
  return apps
    .filter(({ name }) => name !== rootApp)
    .map((app) => {
      const chart = new Chart(new App(), app.name, { disableResourceNameHashes: true });
      const path = `clusters/${app.cluster}/${app.name}`;
      addFolderApplication(chart, {
        name: app.name,
        namespace: argo.text('namespace'),
        project: argo.text('project'),
        repository: environment.settings.repository.url,
        revision: props.revision ?? environment.settings.repository.branch,
        path,
        wave: app.wave,
        sync: { automated: props.automated },
      });
      const [content] = chart.toJson() as JsonObject[];
      return {
        path: `clusters/${app.cluster}/${rootApp}/${argo.text('namespace')}/application-${app.name}.yaml`,
        plane: 'kubernetes',
        content: content as JsonObject,
        origin: component.origin,
      };
    });
}
