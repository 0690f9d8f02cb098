import { checkPolicies } from '../../synth/check/policies';
import { artifactsOf, terraform } from './output';

test.each([
  ['1.99', 'error', 'Name a version that there is.'],
  ['1.37', 'warning', 'Correct the version, if it is not newer than the table of them.'],
])('Kubernetes %s is an %s, with the fix of one', (version, severity, fix) => {
  const { findings } = checkPolicies(artifactsOf(terraform({ aws_eks_cluster: { a: { version } } })));
  expect(findings.filter(({ code }) => code === 'unknown-engine-version')).toMatchObject([{ severity, fix }]);
});
