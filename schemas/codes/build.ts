import type { CodeEntry } from './entry';

/** Findings of the `build` step. */
export const buildCodes = {
  'unbound-value': {
    meaning: 'A manifest needs a value that only AWS knows, and the bindings file of the environment does not hold it.',
    example: 'A service uses a database whose endpoint is missing from `dev.bindings.yaml`.',
    fix: 'Apply the workspace that the finding names, then run `slipway bind <system>/<environment>`; before anything is applied, `--examples` makes the value up. Where the component was renamed, rename its key in the bindings file.',
  },
  'missing-image': {
    meaning: 'A container has no entry in the images file of its environment.',
    example: 'Service `user` is described, and `dev.images.yaml` has no `user`.',
    fix: 'Add the image with its tag to the images file; where the component was renamed, rename its key there.',
  },
  'unused-image': {
    meaning:
      'An image is given to nothing: no component of that key is in the environment, it runs no container, or none of that name.',
    example: '`user-servce: { tag: v2 }` in `dev.images.yaml`, where the service is `user-service`.',
    fix: 'Correct the key, or take the entry out.',
  },
  'unused-binding': {
    meaning:
      'The bindings file has values of a component that is not in the environment, or of outputs that it has not.',
    example: '`bindings: { auroa: { endpoint: … } }`, where the database is `aurora`.',
    fix: 'Correct the key or take it out; `slipway bind` takes out what no component gives.',
  },
  'missing-secret-store': {
    meaning: 'A workload takes a secret from AWS, and nothing copies secrets to its namespace.',
    example: 'A service with `uses: { app: jwt-signing-key }` in an environment without a `secret-store`.',
    fix: 'Describe a `secret-store` of the service that the finding names, in the namespace of the workload.',
  },
  'unknown-variable': {
    meaning:
      'A value is to come from a connection, and no connection of the component gives a variable of that name, or only as a secret.',
    example: '`connected: { clusterName: CLUSTER_NAME }` on a chart that uses no component with the prefix `CLUSTER`.',
    fix: 'Name one of the variables that the finding lists, or add the `uses` line that gives it.',
  },
  'invalid-name': {
    meaning: 'A physical name breaks the length or character rules of the service that it names something in.',
    example: '`name: Pingvas_Images` on a bucket.',
    fix: 'Give a `name:` that the service accepts.',
  },
  'colliding-names': {
    meaning: 'Two components ask for the same physical name in the same service.',
    example: 'Two buckets with `name: pingvas-logs`.',
    fix: 'Give one of them another `name:`.',
  },
  'unknown-patch-target': {
    meaning: 'A patch names an output resource that its component does not make.',
    example: '`patches: { aws_s3_bucket.picture: … }` on the bucket `pictures`.',
    fix: 'Name one of the resources that the component makes; `slipway explain` lists them.',
  },
  'patch-without-effect': {
    meaning: 'A patch leaves its target as it was.',
    example: 'A patch that sets `versioning` to what it is already.',
    fix: 'Remove the patch, or set a value that differs.',
  },
  'patch-of-identity': {
    meaning:
      'A patch tries to change what others know a resource by: apiVersion, kind, name or namespace of an object, or the physical name of a resource of AWS. What was rendered with the old name would go on naming that.',
    example:
      '`patches: { Deployment/user: { metadata: { name: users } } }`, `patches: { aws_s3_bucket.images: { bucket: pictures } }`.',
    fix: 'Use `name:` on the component instead, or `renamedFrom:` where its key changes.',
  },
  'too-many-run-triggers': {
    meaning: 'A workspace reads more others than Terraform Cloud lets trigger it.',
    example: 'One environment that reads the outputs of 21 workspaces, none of which reads another.',
    fix: 'Let it use fewer, or what they have in common through one base.',
  },
  'mixed-backends': {
    meaning: 'Environments of one system keep their states in different places.',
    example: '`shared` states `terraform.backend.cloud`, and `prod` states `terraform.backend.s3`.',
    fix: 'State the backend once, in the system file.',
  },
  'unknown-adopted-resource': {
    meaning: '`adopt` names an output resource that its component does not make.',
    example: '`adopt: { aws_s3_bucket.picture: pictures-2019 }`.',
    fix: 'Name one of the resources that the component makes; `slipway explain` lists them.',
  },
} as const satisfies Record<string, CodeEntry>;
