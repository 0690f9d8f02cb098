import type { CodeEntry } from './entry';

/** Findings of the rules over many rendered objects, by the id of the rule. */
export const policyCodes = {
  'missing-config-map': {
    meaning: 'A manifest reads a ConfigMap, or a key of one, that is neither rendered nor declared as made elsewhere.',
    example: '`envFrom: [{ configMapRef: { name: user } }]` without that ConfigMap in the namespace.',
    fix: 'Describe what makes it, correct the name, or declare it by `slipway.dev/provides` on the Application that brings it.',
  },
  'missing-secret': {
    meaning:
      'A manifest reads a Secret, or a key of one, that no manifest, ExternalSecret, SealedSecret or Certificate makes and nothing declares.',
    example: '`secretKeyRef: { name: jwt, key: private_key }` where the copy of the secret has no such key.',
    fix: 'Connect the workload to the secret by `uses`, correct name or key, or declare it by `slipway.dev/provides`.',
  },
  'missing-service-account': {
    meaning: 'A pod, a binding, a secret store or a Pod Identity association names a ServiceAccount that is not there.',
    example: '`aws_eks_pod_identity_association` with `service_account: usr` where the account is `user`.',
    fix: 'Correct the name, or declare the account by `slipway.dev/provides` where a chart brings it.',
  },
  'missing-service': {
    meaning:
      'A binding, an ingress, a stateful set or a monitor leads to a Service that is not there, or to a port that it does not serve.',
    example: 'A ServiceMonitor whose selector matches the labels of no Service.',
    fix: 'Correct name, labels or port, or declare the Service by `slipway.dev/provides` where a chart brings it.',
  },
  'missing-claim': {
    meaning: 'A pod mounts a PersistentVolumeClaim that is not there, and stays pending.',
    example: '`persistentVolumeClaim: { claimName: models }` without that claim in the namespace.',
    fix: 'Describe a `volume` of that name in the namespace, or correct the name.',
  },
  'missing-volume': {
    meaning: 'A claim wants a volume that is not there, or that is kept for another claim.',
    example: '`volumeName: models` on two claims.',
    fix: 'Give each claim a volume of its own, or a storage class that makes one.',
  },
  'missing-priority-class': {
    meaning: 'A pod names a PriorityClass that is not there; Kubernetes refuses such pods.',
    example: '`priorityClassName: prod-workload` where the class is `prod-workloads`.',
    fix: 'Correct the name, or state `priority:` on the namespace.',
  },
  'missing-storage-class': {
    meaning: 'A claim names a StorageClass that is not there, and no volume of that class waits for it.',
    example: '`storageClassName: gp3` in a cluster that has only `gp2`.',
    fix: 'Describe the class, or name one that is there.',
  },
  'missing-namespace': {
    meaning: 'Objects are in a namespace that is neither rendered nor declared as made elsewhere.',
    example: 'A Deployment in `prd` where the namespace is `prod`.',
    fix: 'Describe the namespace, correct the name, or let the Application make it (`CreateNamespace=true`).',
  },
  'missing-scale-target': {
    meaning: 'A scaler names a workload that is not there, or a disruption budget selects no pod.',
    example: 'A HorizontalPodAutoscaler with `scaleTargetRef: { kind: Deployment, name: usr }`.',
    fix: 'Name the workload, or give the budget the labels of its pods.',
  },
  'two-scalers-on-one-target': {
    meaning: 'Two scalers change the same thing of one workload and work against each other.',
    example: 'A HorizontalPodAutoscaler and a ScaledObject on one Deployment.',
    fix: 'Keep one of the two.',
  },
  'replicas-beside-scaler': {
    meaning: 'A workload states replicas though a scaler rules them, so that every sync sets them back.',
    example: '`replicas: 2` in a Deployment that a HorizontalPodAutoscaler scales.',
    fix: 'Take `replicas` out.',
  },
  'unknown-port-name': {
    meaning: 'A probe, Service, monitor or backend names a port that what it leads to does not have.',
    example: '`readinessProbe: { httpGet: { port: htp } }` in a container with the port `http`.',
    fix: 'Name a port that is there.',
  },
  'unknown-container': {
    meaning: 'An annotation, a resource field or a scaler names a container that the pod does not have.',
    example: '`kubectl.kubernetes.io/default-container: user` in a pod whose container is `app`.',
    fix: 'Name a container of the pod.',
  },
  'unknown-secret-store': {
    meaning: 'An ExternalSecret or PushSecret names a secret store that is not there.',
    example: '`secretStoreRef: { name: secrets }` in a namespace without that SecretStore.',
    fix: 'Describe a `secret-store` in the namespace, or correct the name.',
  },
  'duplicate-name': {
    meaning: 'Two containers, volumes, variables, ports or mounts of a pod, or two ports of a Service, have one name.',
    example: '`env: [{ name: PORT, value: "80" }, { name: PORT, value: "8080" }]`.',
    fix: 'Give one of them another name, or take it out.',
  },
  'duplicate-object': {
    meaning: 'Two files of a cluster hold the same object, and each sync undoes the other.',
    example: 'ConfigMap `dev/settings` in the folders of two apps.',
    fix: 'Give one of the two another name, or describe it once.',
  },
  'selector-mismatch': {
    meaning: 'A workload does not select the pods that it makes, or a Service selects no pod.',
    example: 'A Service with `selector: { app: usr }` before pods with `app: user`.',
    fix: 'Give the selector the labels of the pods.',
  },
  'dangling-mount': {
    meaning: 'A container mounts a volume that its pod does not have; or, as a warning, no container mounts a volume.',
    example: '`volumeMounts: [{ name: modles, mountPath: /models }]` beside the volume `models`.',
    fix: 'Correct the name, or add what is missing.',
  },
  'missing-role': {
    meaning: 'A RoleBinding or ClusterRoleBinding names a role that is not there.',
    example: '`roleRef: { kind: Role, name: readers }` where the role is `reader`.',
    fix: 'Correct the name, or declare the role by `slipway.dev/provides` where a chart brings it.',
  },
  'missing-target-group': {
    meaning: 'A TargetGroupBinding joins a target group that no Terraform workspace makes.',
    example: '`targetGroupName: acme-prod-usr` where the output has `acme-prod-user`.',
    fix: 'Correct the name, or describe the entrance that makes the target group.',
  },
  'missing-node-class': {
    meaning: 'A NodePool names an EC2NodeClass that is not there.',
    example: '`nodeClassRef: { name: gpus }` where the class is `gpu`.',
    fix: 'Correct the name, or describe the node class.',
  },
  'missing-app-project': {
    meaning: 'An Application, or one that an ApplicationSet generates, belongs to a project that is not there.',
    example: '`project: acme-prd` where the AppProject is `acme-prod`.',
    fix: 'Correct the name, or describe the project.',
  },
  'missing-app-folder': {
    meaning:
      'An Application, or one that an ApplicationSet generates, deploys a path of this repository that no rendered manifest is below.',
    example: '`path: k8s/overlays/{{ .environment }}/{{ .app }}` where the output has `clusters/acme/prod-user`.',
    fix: 'Correct the path, or describe what it is to deploy.',
  },
  'refused-source': {
    meaning: 'An Application comes from a repository that its project does not take.',
    example: '`repoURL: https://charts.example.com` where the project has this repository alone.',
    fix: 'Add the repository to `sources` of the component that makes the project, or take another.',
  },
  'folder-without-one-owner': {
    meaning: 'A folder below `clusters/<cluster>/` belongs to no Application of Argo CD, or to more than one.',
    example: '`clusters/acme/prod-user` where the ApplicationSet lists every service but `user`.',
    fix: 'Name the app in exactly one ApplicationSet or Application.',
  },
  'missing-object': {
    meaning: 'A manifest names a class, an issuer or an authentication that is not there.',
    example: '`authenticationRef: { name: redis }` of a ScaledObject without that TriggerAuthentication.',
    fix: 'Describe it, correct the name, or declare it by `slipway.dev/provides`.',
  },
  'malformed-provides': {
    meaning: 'The annotation `slipway.dev/provides` holds an entry that names no object.',
    example: '`slipway.dev/provides: monitoring/grafana`: the kind is missing.',
    fix: 'Write `Kind/namespace/name`, or `Kind/name` outside of namespaces, by comma or as a JSON list.',
  },
  'prunable-data': {
    meaning:
      'A namespace, volume, claim, snapshot or resource definition that Argo CD may prune or delete with all it holds, or a volume that Kubernetes deletes with its claim.',
    example: 'A PersistentVolumeClaim without `argocd.argoproj.io/sync-options: Prune=false,Delete=false`.',
    fix: 'Set the annotation.',
  },
  'foreign-secret': {
    meaning:
      'A role, user or group reads a secret of another environment, or the password of a master user whose database other environments keep their data in. What is not seen: roles and policies that nothing here makes, policies that an expression puts together, and roles that take on others. What is not weighed: conditions, denials, permissions boundaries, and keys that it may not use.',
    example: "A secret store of dev that copies the master user's password of a database that dev and prod share.",
    fix: 'Describe what needs the master user beside the database, in a namespace of its own; name secrets without a wildcard that covers those of others.',
  },
  'foreign-store': {
    meaning:
      'What External Secrets reads secrets by names the role of another component. The operator takes on whatever role stands there, so that the namespace would read what that role was made for. Roles that nothing here makes are not judged.',
    example:
      "A `manifest` of a SecretStore in dev with the role of the store beside the database, or a patch that gives dev's store that role.",
    fix: 'Describe a `secret-store` in the namespace: it has a role of its own, which reads what workloads there take.',
  },
  'readable-secret': {
    meaning:
      'A password, key or token stands in the output as it is, and so in Git; as a warning, a variable looks like one.',
    example: '`environment: { DATABASE_PASSWORD: correct-Horse-9 }` on a service.',
    fix: 'Change the secret, since it has been readable. Describe it as `secret`, `parameter` or `sealed-secret`, and name that in `uses`.',
  },
  'unprotected-data': {
    meaning: 'What holds data is not encrypted, may become public, or can be deleted with all that it holds.',
    example: '`protect: false` on a database, or a patch that sets `storage_encrypted: false`.',
    fix: 'Take that line, or the patch, away; state the argument of an `aws-resource`.',
  },
  'recovery-objective': {
    meaning:
      'What holds data can lose more, or fail for longer, than the tags `recovery-point-objective` and `recovery-time-objective` allow (minutes), and gives no reason.',
    example:
      '`recovery-point-objective: "60"` on a Redis, of which ElastiCache takes one snapshot a day; or `"0"` on a bucket that is replicated after the write.',
    fix: 'Add what keeps the objective (point-in-time recovery, a schedule that runs often enough), or state the one that it can keep, or `none`, and why in a tag `recovery-exception` of the resource.',
  },
  'duplicate-security-group-rule': {
    meaning:
      'Two workspaces, or two components of one, make the same rule of a security group; AWS refuses the second.',
    example: 'Ingress from one group to port 5432 of another, once in each of two workspaces.',
    fix: 'Describe the path once.',
  },
  'listener-priority-collision': {
    meaning: 'Two rules of one listener have the same priority; AWS refuses the second.',
    example: '`priority: 100` of a rule in the workspace of dev and of one in that of prod, on one load balancer.',
    fix: 'State another priority.',
  },
  'conflicting-records': {
    meaning:
      'Two DNS records of one name can’t live beside each other: of one type without a way to choose, a CNAME beside another type, or two primaries.',
    example: 'A `record` of `api.example.com` beside a load balancer that has that host.',
    fix: 'Describe the name once, or state `failover` or `weight` on each of several records.',
  },
  'duplicate-aws-name': {
    meaning:
      'Two resources have a name that AWS gives to one thing alone in an account and region, or in all of AWS; or they are of a type that an account has one of.',
    example: 'Two target groups `acme-prod-user`.',
    fix: 'Give one of the two another `name:`.',
  },
  'zone-mismatch': {
    meaning:
      'Something is to be in an availability zone in which it has no subnet, or has two of one zone; or a subnet in one that its region has not.',
    example: 'A database instance in `us-east-1d` with subnets in `us-east-1a` and `us-east-1b`.',
    fix: 'Name a zone of its subnets, or add a subnet in that zone.',
  },
  'refused-argument': {
    meaning: 'A name, a port, a time or another number in a Terraform resource is none that AWS takes.',
    example: '`name: alias/aws/app` of an `aws_kms_alias`, or `deletion_window_in_days: 3` of an `aws_kms_key`.',
    fix: 'Write what the finding says; where a component made it, change the field that it comes from.',
  },
  'unknown-instance-type': {
    meaning:
      'A type of instance, a database class or a cache node is none that AWS offered on the day of the table. A warning where its family is among the newest, and may be newer than the table.',
    example: '`instance_type: m10g.large` of an `aws_instance`.',
    fix: 'Correct the name. One that is newer than the table, which is a warning, is taken all the same; a newer release of Slipway knows it.',
  },
  'unknown-engine-version': {
    meaning:
      'A version of PostgreSQL, Redis, Valkey or Kubernetes is newer than those that are known: a warning where it may have come out since, an error where it can’t have.',
    example: '`engine_version: "19.1"` where 18.6 is the newest that is known.',
    fix: 'Correct the version. One that came out since the table, which is a warning, is taken all the same; a newer release of Slipway knows it.',
  },
  'missing-aws-name': {
    meaning: 'A resource names another by a physical name that no workspace makes.',
    example: '`cluster_name: acme-prd` of an add-on where the cluster is `acme-prod`.',
    fix: 'Correct the name.',
  },
  'rule-failed': {
    meaning: 'A rule could not judge the output because of a fault of its own; what it is about is not judged.',
    example: 'An exception inside a rule.',
    fix: 'Report it with the output that it failed on. The other rules are not affected.',
  },
} as const satisfies Record<string, CodeEntry>;
