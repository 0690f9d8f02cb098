import type { CodeEntry } from './entry';

/** Findings about what an edit would lose, or break while it is applied. */
export const dataSafetyCodes = {
  'missing-tombstone': {
    meaning:
      'Resources that hold data are in the output that is in the repository and not in the new one, and nothing says what becomes of them.',
    example: 'The bucket `images` is taken out of the description.',
    fix: 'Add `removed: { images: forget }` (left alone, dropped from the state) or `images: destroy`; where it has another key now, `renamedFrom`. Where nothing of it was ever applied, as after a slip in a key, delete the file that the finding names.',
  },
  'absent-environment': {
    meaning:
      'An environment is described no more, and its committed output holds data: Terraform would no longer know of it.',
    example: '`environments/pingvas/prod.yaml` is renamed to `production.yaml`.',
    fix: 'Put the file back. To let an environment go, let its components go by tombstones, apply that, and take the file out then; where nothing of it was ever applied, delete its folders below `workspaces/` too.',
  },
  'tombstone-of-present': {
    meaning: 'A tombstone names a component that is still described, with all that it was made of.',
    example: '`removed: { images: forget }` beside `bucket: { images: … }`.',
    fix: 'Take the tombstone out, or the component.',
  },
  'tombstone-of-unknown': {
    meaning: 'A tombstone names a component of which the committed Terraform output knows nothing.',
    example: '`removed: { picture: forget }` where the bucket was `pictures`.',
    fix: 'Correct the key. Once a tombstone has been applied everywhere it may go.',
  },
  'data-replaced': {
    meaning:
      'Something changes that AWS can’t change in place, such as the physical name, the region or the account: the resource is made anew, and its data does not come along.',
    example: 'Another `name:` on a bucket, or another `aws.region` of an environment with a database.',
    fix: 'Keep the value; or describe a new component beside it (for all of an environment, another environment), copy or restore the data into it, and give the old one a tombstone. Where nothing of it was ever applied, delete the file that the finding names.',
  },
  'name-still-taken': {
    meaning:
      'An argument changes that AWS can’t change in place, of something whose new one is made before the old one goes, and both would have one name: the apply fails half-way.',
    example: 'Another `port` on a service behind a load balancer: its target group is replaced.',
    fix: 'Give it another name with the change: another key of the entrance or the component, or another stated name.',
  },
  'refused-decrease': {
    meaning: 'A size or a version becomes less that AWS only lets rise: the apply fails.',
    example: '`storage: { gibibytes: 100 }` where the database has 200, or `engineVersion: "16.9"` after `"17.9"`.',
    fix: 'Keep the value; for less, describe a new component beside it, restore the data into it, and give the old one a tombstone.',
  },
  'missing-import-id': {
    meaning:
      'Something that holds data moves to another workspace, and the id that Terraform imports it by is not known.',
    example: 'A file system that moves from `foundation` to `data`: its id is made by AWS.',
    fix: 'State it: `adopt: { aws_efs_file_system.models: fs-0a1b… }`.',
  },
  'adopted-another': {
    meaning:
      'The id under `adopt` is of something else than what the description names: Terraform would import that, and replace it.',
    example: '`name: acme-legacy-2018` with `adopt: { aws_s3_bucket.legacy: acme-other }`.',
    fix: 'State the name that it has in AWS, by `name:` or, of a group or an alias that belongs to the component, by `patches`.',
  },
  'tombstone-withdrawn': {
    meaning: 'A tombstone that forgets is taken out; what it forgot is destroyed if no apply has forgotten it yet.',
    example: '`removed: { images: forget }` is taken out in the next pull request.',
    fix: 'Merge this once the workspace that the finding names has been applied with the tombstone.',
  },
  'rename-withdrawn': {
    meaning:
      'A key that a component had before is that of another one now, while the committed output still moves its resources to the new key.',
    example:
      '`monthly-reports: { renamedFrom: reports }` is followed by a new bucket `reports` in the next pull request.',
    fix: 'Take another key; or merge this once the workspace that the finding names has been applied with the renaming.',
  },
  'destroy-refused': {
    meaning:
      'A tombstone asks to destroy what AWS will refuse to delete: it is protected until that is lifted, or it is a bucket or a repository, which has to be empty.',
    example: '`removed: { aurora: destroy }` while the cluster has deletion protection.',
    fix: 'Describe it again without the protection, apply that, then take it out with the tombstone. Empty a bucket first, with all versions of all objects, and a repository of all images: `protect: false` does not.',
  },
} as const satisfies Record<string, CodeEntry>;
